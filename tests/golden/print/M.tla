---- MODULE M ----
EXTENDS Naturals, Sequences, TLC
VARIABLE x
Init == x = 0 /\ PrintT(<<"initial", x>>)
Next == x' = x
====
