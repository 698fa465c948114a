-------------------------------- MODULE Ring --------------------------------
EXTENDS Integers, Sequences, ShiViz
VARIABLES pc, holder
Init == holder = 0 /\ pc = [n \in 0 .. 2 |-> "wait"]
Take(n) == holder = n /\ pc[n] = "wait" /\ pc' = [pc EXCEPT ![n] = "hold"] /\ UNCHANGED holder
Pass(n) == holder = n /\ pc[n] = "hold" /\ pc' = [pc EXCEPT ![n] = "wait"] /\ holder' = (n + 1) % 3
Next == \E n \in 0 .. 2 : Take(n) \/ Pass(n)
TwoNeverHolds == pc[2] = "wait"
ForShiViz == [Host |-> Host, Clock |-> Clock, holder |-> holder]
=============================================================================
