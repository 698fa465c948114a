---- MODULE M ----
VARIABLES x, y
Init == y = x /\ x = 2
Next == UNCHANGED <<x, y>>
====
