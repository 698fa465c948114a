---- MODULE UnionOfNumbers ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME UNION {1, 2} = {}
====
