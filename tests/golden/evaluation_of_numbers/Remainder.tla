---- MODULE Remainder ----
EXTENDS Integers, TLC
ASSUME 1 % 0 = 0
====
