---- MODULE Head ----
EXTENDS Integers, Sequences, TLC
ASSUME Head(<<>>) = 1
====
