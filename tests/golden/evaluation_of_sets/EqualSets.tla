---- MODULE EqualSets ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME {1} = 1
====
