---- MODULE InfiniteFunctions ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME \A f \in [Nat -> {1}] : TRUE
====
