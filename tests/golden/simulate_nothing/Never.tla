---- MODULE Never ----
EXTENDS Naturals
VARIABLE x
Init == x \in 1..3 /\ x > 3
Next == x' = x
====
