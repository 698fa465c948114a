---- MODULE M ----
EXTENDS Naturals, Sequences, TLC
VARIABLE x
Init == x = CHOOSE n \in 1..3 : n > 3
Next == x' = x
====
