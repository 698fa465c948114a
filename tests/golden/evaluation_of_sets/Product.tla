---- MODULE Product ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME (Nat \X {1}) = {}
====
