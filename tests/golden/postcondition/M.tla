---- MODULE M ----
EXTENDS Naturals, Sequences, TLC
VARIABLE x
Init == x = 0
Next == x' = (x + 1) % 3
Post == TLCGet("distinct") = 4
====
