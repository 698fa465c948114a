---- MODULE M ----
EXTENDS Naturals, Sequences, TLC
VARIABLE x
Init == x \in {}
Next == x' = x
====
