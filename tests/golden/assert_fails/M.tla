---- MODULE M ----
EXTENDS Naturals, Sequences, TLC
VARIABLE x
Init == x = 0
Next == Assert(x < 2, <<"too high", x>>) /\ x' = x + 1
====
