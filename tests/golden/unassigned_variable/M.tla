---- MODULE M ----
EXTENDS Naturals, Sequences, TLC
VARIABLES x, y
Init == x = 1 /\ y = 0
Next == x' = x + 1
====
