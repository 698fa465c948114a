---- MODULE PlusLeft ----
EXTENDS Integers, TLC
ASSUME TRUE + 1 = 2
====
