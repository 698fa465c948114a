---- MODULE Member ----
EXTENDS Integers, Sequences, TLC
ASSUME 3 \in Seq({1})
====
