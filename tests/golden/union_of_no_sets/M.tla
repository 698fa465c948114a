---- MODULE M ----
EXTENDS Naturals
VARIABLE x
All == UNION {1}
Init == x = 0
Step == x' = All
Next == Step
====
