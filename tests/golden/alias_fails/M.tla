---- MODULE M ----
EXTENDS Naturals
VARIABLE x
Inv == x # 1
A == [q |-> x, z |-> x + TRUE]
Init == x = 0
Next == x' = 1
====
