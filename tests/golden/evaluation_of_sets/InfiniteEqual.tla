---- MODULE InfiniteEqual ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME Nat = {1}
====
