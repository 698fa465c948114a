---- MODULE Large ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME (SUBSET (1..40) \cup {{}}) = {}
====
