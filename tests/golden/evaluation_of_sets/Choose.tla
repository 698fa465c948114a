---- MODULE Choose ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME (CHOOSE n \in {1, 2} : n > 2) = 1
====
