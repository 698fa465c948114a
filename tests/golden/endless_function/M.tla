---- MODULE M ----
EXTENDS Naturals
VARIABLE x
g[n \in Nat] == g[n + 1]
Init == x = 0
Step == x' = g[x]
Next == Step
====
