---- MODULE RecordMember ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME 3 \in [a : {1}]
====
