---- MODULE Number ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME "a" \in Nat
====
