---- MODULE Beside ----
EXTENDS Naturals, TLC
VARIABLE v
Init == v = 0
Next == v < 3 /\ v' = v + 1
Small == v < 2
Deep == TLCGet("level") = 9
Mixed == 1 + "a" = 2
====
