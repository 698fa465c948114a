---- MODULE ZeroExponent ----
EXTENDS Integers, TLC
ASSUME 0 ^ 0 = 1
====
