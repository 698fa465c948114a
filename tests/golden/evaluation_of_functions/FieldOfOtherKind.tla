---- MODULE FieldOfOtherKind ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME [a |-> 1][1] = 1
====
