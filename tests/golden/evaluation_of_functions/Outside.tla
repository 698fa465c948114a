---- MODULE Outside ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME [n \in 1..2 |-> n][3] = 1
====
