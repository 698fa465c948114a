---- MODULE M ----
VARIABLE x
Init == x = 0
Next == \E <<a, b>> \in {<<1, 2, 3>>} : x' = a
====
