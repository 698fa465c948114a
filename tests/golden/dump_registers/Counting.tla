---- MODULE Counting ----
EXTENDS Naturals, TLC
VARIABLE x
Init == x = 0 /\ TLCSet(1, 0)
Next == x < 3 /\ TLCSet(1, TLCGet(1) + 1) /\ x' = x + 1
====
