---- MODULE TupleMember ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME 3 \in {1} \X {2}
====
