---- MODULE M ----
EXTENDS Naturals
CONSTANT N
VARIABLE x
M == N + 1
Init == x = N
Next == x' = x
====
