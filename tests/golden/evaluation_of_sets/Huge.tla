---- MODULE Huge ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME (SUBSET (1..100) \cup {{}}) = {}
====
