---- MODULE M ----
EXTENDS Naturals
VARIABLES x, y, s
Init == x = 0 /\ y = {} /\ s = <<x>>
Next == \E i \in 1..3 : x = 0 /\ x' \in {i, i + x} /\ y' \subseteq {x} /\ s' = <<x>>
====
