---- MODULE Member ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME 3 \in [1..2 -> 1..2]
====
