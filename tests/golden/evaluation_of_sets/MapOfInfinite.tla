---- MODULE MapOfInfinite ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME {n + 1 : n \in Nat} = {}
====
