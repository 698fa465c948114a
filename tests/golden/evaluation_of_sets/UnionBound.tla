---- MODULE UnionBound ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME \A n \in (Nat \cup {-1}) : n > -2
====
