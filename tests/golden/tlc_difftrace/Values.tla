---- MODULE Values ----
EXTENDS Naturals, Sequences, TLC
CONSTANTS a, b
VARIABLES n, f, r, g
vars == <<n, f, r, g>>
Init == n = 0 /\ f = [i \in {a, b} |-> {}] /\ r = [x |-> {2, 1}, y |-> TRUE] /\ g = <<>>
Step(k, l) == n < 3 /\ n' = n + 1 /\ f' = [f EXCEPT ![a] = {k}] /\ g' = (<<1, 2>> :> l @@ <<2, 3>> :> "t") /\ UNCHANGED r
Back == n = 3 /\ n' = 1 /\ g' = <<b, "s">> /\ UNCHANGED <<f, r>>
Next == Back \/ \E k \in {1}, l \in {b} : Step(k, l)
Spec == Init /\ [][Next]_vars
Fair == Spec /\ WF_vars(Next)
Settles == <>[](n = 3)
Never == <>(n = 9)
Below == n < 2
====
