---- MODULE InfiniteInside ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME {Nat} = {}
====
