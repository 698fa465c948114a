---- MODULE ChooseUnbounded ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME (CHOOSE n : n > 2) = 1
====
