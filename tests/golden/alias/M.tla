---- MODULE M ----
EXTENDS Naturals, Sequences, TLC
VARIABLE x
Init == x = 0
Next == x' = x + 1
Low == x < 2
Shown == [x |-> x, double |-> 2 * x, next |-> x']
====
