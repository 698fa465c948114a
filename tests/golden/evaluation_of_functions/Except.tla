---- MODULE Except ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME [3 EXCEPT ![1] = 1] = 1
====
