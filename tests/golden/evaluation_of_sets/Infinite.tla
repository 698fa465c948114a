---- MODULE Infinite ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME \E n \in Nat : n > 3 /\ n < 2
====
