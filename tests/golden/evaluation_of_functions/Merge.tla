---- MODULE Merge ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME (1 @@ 2) = 1
====
