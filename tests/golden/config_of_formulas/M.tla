---- MODULE M ----
EXTENDS Naturals
VARIABLE x
Init == x = 0
Next == x' = 1 - x
Step == x' = x
Live == <>(x = 1)
Cases == CASE x = 0 -> <>(x = 1) [] OTHER -> <>(x = 2)
Quantified == \A n \in {x} : <>(x = n)
RECURSIVE Rec(_)
Rec(n) == IF n = 0 THEN <>(x = 1) ELSE Rec(n - 1)
Recursive == Rec(1)
Plus == (x = 0) -+-> (x = 1)
Hidden == \EE y : <>(x = y)
====
