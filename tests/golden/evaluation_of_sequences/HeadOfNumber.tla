---- MODULE HeadOfNumber ----
EXTENDS Integers, Sequences, TLC
ASSUME Head(3) = 1
====
