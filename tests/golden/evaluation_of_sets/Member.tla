---- MODULE Member ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME 1 \in 2
====
