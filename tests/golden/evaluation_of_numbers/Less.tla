---- MODULE Less ----
EXTENDS Integers, TLC
ASSUME 1 < "a"
====
