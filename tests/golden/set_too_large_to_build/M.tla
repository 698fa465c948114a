---- MODULE M ----
EXTENDS Naturals, FiniteSets
VARIABLE x
Many(n) == {i \in 1..n : i > 0}
Init == x = 0
Step == x' = Cardinality(Many(1000000000 + x))
Next == Step
====
