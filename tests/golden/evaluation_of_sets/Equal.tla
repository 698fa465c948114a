---- MODULE Equal ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME 1 = "a"
====
