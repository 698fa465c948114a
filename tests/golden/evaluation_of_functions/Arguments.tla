---- MODULE Arguments ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME [n \in Nat, m \in Nat |-> n][1, 2, 3] = 1
====
