---- MODULE And ----
EXTENDS Integers, TLC
ASSUME 1 /\ TRUE
====
