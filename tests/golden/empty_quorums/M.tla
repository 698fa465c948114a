---- MODULE M ----
CONSTANT Quorums
VARIABLE x
Inv == \A Q \in Quorums : x \in Q
Init == x = 0
Next == x' = x
====
