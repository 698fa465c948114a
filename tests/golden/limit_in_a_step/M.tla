---- MODULE M ----
EXTENDS Integers, TLC, FiniteSets
VARIABLE v
Init == v = 0
Next == v' = Cardinality(Permutations(v..11))
====
