---- MODULE Finite ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME IsFiniteSet(3)
====
