---- MODULE Power ----
EXTENDS Integers, TLC
ASSUME 10 ^ 30 = 1
====
