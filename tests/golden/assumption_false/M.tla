---- MODULE M ----
EXTENDS Naturals, Sequences, TLC
VARIABLE x
ASSUME 1 + 1 = 3
Init == x = 0
Next == x' = x
====
