---- MODULE M ----
EXTENDS Naturals
VARIABLE x
Init == x = 0
Next == x' = (x + 1) % 3
Spec == Init /\ [][Next]_x /\ WF_x(Next)
Promises == \E i \in 1..70 : [](x # i)
States == \E i \in 1..18 : [](x # i)
Branches == \E i \in 1..20 : [](x # i) /\ [](x # i + 20)
====
