---- MODULE Cardinality ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME Cardinality(Nat) = 3
====
