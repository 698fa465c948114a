---- MODULE Powerset ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME 1 \in SUBSET {1}
====
