---- MODULE M ----
EXTENDS Naturals, Sequences, TLC
VARIABLE x
Yes == 1 < 2
No == 2 < 1
Init == x = 0
Next == x' = x
====
