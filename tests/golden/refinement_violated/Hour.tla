---- MODULE Hour ----
EXTENDS Naturals
VARIABLE h
Init == h = 0
Next == h' = h + 1
Spec == Init /\ [][Next]_h
====
