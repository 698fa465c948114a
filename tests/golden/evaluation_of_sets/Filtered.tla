---- MODULE Filtered ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME Cardinality({n \in Nat : TRUE}) = 1
====
