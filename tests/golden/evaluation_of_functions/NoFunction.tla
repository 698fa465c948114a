---- MODULE NoFunction ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME 3[1] = 1
====
