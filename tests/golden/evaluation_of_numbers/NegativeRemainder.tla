---- MODULE NegativeRemainder ----
EXTENDS Integers, TLC
ASSUME 1 % -2 = 0
====
