---- MODULE Filter ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME {n \in {1} : n} = {}
====
