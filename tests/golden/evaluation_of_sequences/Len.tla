---- MODULE Len ----
EXTENDS Integers, Sequences, TLC
ASSUME Len({1}) = 1
====
