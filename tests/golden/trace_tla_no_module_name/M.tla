---- MODULE M ----
VARIABLE v
Init == v = 0
Next == v = 0 /\ v' = 1
====
