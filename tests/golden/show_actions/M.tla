---- MODULE M ----
EXTENDS Naturals
CONSTANTS Nodes, Quorums
Majorities == {Q \in SUBSET Nodes : Q # {} /\ Q # Nodes}
VARIABLES x, votes
Init == x = 0 /\ votes = [n \in Nodes |-> {}]
Vote(n) == \E k \in 1..2 : x' = x + k /\ votes' = [votes EXCEPT ![n] = @ \cup {k}]
Done == /\ \A Q \in Quorums : \E n \in Q : votes[n] # {}
        /\ UNCHANGED <<x, votes>>
Next == (\E n \in Nodes : Vote(n)) \/ Done
Small == x < 10
====
