---- MODULE Field ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME [a |-> 1].b = 1
====
