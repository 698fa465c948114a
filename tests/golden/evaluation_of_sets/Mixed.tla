---- MODULE Mixed ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME Cardinality({1, "a"}) = 2
====
