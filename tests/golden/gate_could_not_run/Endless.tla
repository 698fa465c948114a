---- MODULE Endless ----
EXTENDS Naturals
VARIABLE n
RECURSIVE Sum(_)
Sum(S) == IF S = {} THEN 0 ELSE LET x == CHOOSE x \in S : TRUE IN x + Sum(S \ {x})
Init == n = 0
Next == n < 3 /\ n' = n + 1 /\ \A S \in SUBSET (1 .. 30) : Sum(S) >= 0
====
