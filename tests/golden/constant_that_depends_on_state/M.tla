---- MODULE M ----
CONSTANT S
VARIABLE x
V == x
Init == x = 0
Next == x' = S
====
