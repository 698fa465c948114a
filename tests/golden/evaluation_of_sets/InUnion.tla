---- MODULE InUnion ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME "a" \in (Nat \cup (1..3))
====
