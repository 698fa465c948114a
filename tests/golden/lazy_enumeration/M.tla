---- MODULE M ----
EXTENDS Naturals, FiniteSets
VARIABLE x
All == /\ \E i \in 1..1000000000000 : i > 2
       /\ \E S \in SUBSET (1..1000) : Cardinality(S) = 1
       /\ \E f \in [1..3 -> 1..1000000000] : f[3] = 3
       /\ \E p \in (1..1000000000) \X (1..1000000000) : p[2] = 7
       /\ \E S \in {T \in SUBSET (1..1000) : Cardinality(T) = 1} : 5 \in S
       /\ 1..1000000000000 \subseteq 0..2000000000000
Init == x = 0
Next == x' = IF All THEN CHOOSE i \in 1..1000000000000 : i > 5 ELSE 0
====
