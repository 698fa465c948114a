---- MODULE Bound ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME \A n \in 3 : TRUE
====
