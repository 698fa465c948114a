---- MODULE Plus ----
EXTENDS Integers, TLC
ASSUME 1 + "a" = 2
====
