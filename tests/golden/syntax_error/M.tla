---- MODULE M ----
EXTENDS Naturals, Sequences, TLC
VARIABLE x
Init == x = 
Next == /\ x' = 1
         /\ x = 0
====
