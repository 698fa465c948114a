---- MODULE M ----
EXTENDS Naturals
VARIABLE x
P == [][x' = TRUE]_x
Init == x = 0
Next == x' = 1 - x
====
