---- MODULE M ----
EXTENDS Naturals
VARIABLE x
Init == x = 0
Next == x' = (x + 1) % 5
Spec == Init /\ [][Next]_x /\ WF_x(Next)
Same == Init /\ [][Next]_x /\ []<>(x = 0)
Trivial == (WF_x(Next) \/ <>(x = 0)) /\ []<>(x = 0) /\ <>(x = 3)
Also == WF_x(Next) /\ <>(x = 3)
====
