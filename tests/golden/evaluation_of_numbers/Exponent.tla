---- MODULE Exponent ----
EXTENDS Integers, TLC
ASSUME 2 ^ (-1) = 0
====
