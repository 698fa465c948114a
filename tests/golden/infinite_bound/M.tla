---- MODULE M ----
EXTENDS Naturals
VARIABLE x
Some == \E n \in Nat : n > x
Init == x = 0
Step == Some /\ x' = 1
Next == Step
====
