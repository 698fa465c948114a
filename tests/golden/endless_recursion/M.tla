---- MODULE M ----
EXTENDS Naturals, Sequences, TLC
VARIABLE x
RECURSIVE Down(_)
Down(n) == Down(n + 1)
Init == x = 0
Next == x' = Down(x)
====
