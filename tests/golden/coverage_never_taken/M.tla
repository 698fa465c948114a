---- MODULE M ----
EXTENDS Naturals
VARIABLE x
Init == x = 0
Up == x < 1 /\ x' = x + 1
Down == x > 5 /\ x' = x - 1
Stay == x' = x
Next == Up \/ Down \/ Stay
====
