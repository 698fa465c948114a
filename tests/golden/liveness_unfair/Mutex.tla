-------------------------------- MODULE Mutex --------------------------------
EXTENDS Naturals

VARIABLES pc, turn

vars == <<pc, turn>>
Procs == {1, 2}

Init == pc = [p \in Procs |-> "idle"] /\ turn = 1

Request(p) == pc[p] = "idle" /\ pc' = [pc EXCEPT ![p] = "wait"] /\ UNCHANGED turn
Enter(p) == pc[p] = "wait" /\ turn = p /\ pc' = [pc EXCEPT ![p] = "cs"] /\ UNCHANGED turn
Leave(p) == pc[p] = "cs" /\ pc' = [pc EXCEPT ![p] = "idle"] /\ turn' = 3 - turn

Next == \E p \in Procs : Request(p) \/ Enter(p) \/ Leave(p)

Spec == Init /\ [][Next]_vars /\ \A p \in Procs : WF_vars(Enter(p)) /\ WF_vars(Leave(p))
Unfair == Init /\ [][Next]_vars
SpecAll == Spec /\ \A p \in Procs : WF_vars(Request(p))

Granted == \A p \in Procs : (pc[p] = "wait") ~> (pc[p] = "cs")
OnlyOneKeepsOn == <>[](pc[1] # "cs") \/ <>[](pc[2] # "cs")
Stays == \A p \in Procs : []((pc[p] = "cs") -+-> (turn = p))
Hidden == \EE x : [](x = turn)
=============================================================================
