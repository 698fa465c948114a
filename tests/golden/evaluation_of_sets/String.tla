---- MODULE String ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME 1 \in STRING
====
