---- MODULE Decimal ----
EXTENDS Integers, TLC
ASSUME 1.5 = 1
====
