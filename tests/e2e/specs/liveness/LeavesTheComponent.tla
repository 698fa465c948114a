------------------------- MODULE LeavesTheComponent -------------------------
(* An action that is enabled in every state of a component and taken only on
   edges that leave it. {0, 1} with Toggle is no fair behavior under WF of
   Leave, which is enabled in both, so 2 is reached. LeaveLate is disabled at 0:
   with WF of it, toggling is fair. *)
EXTENDS Naturals

VARIABLE x

Init == x = 0

Toggle    == x \in 0..1 /\ x' = 1 - x
Leave     == x \in 0..1 /\ x' = 2
LeaveLate == x = 1 /\ x' = 2

Next == Toggle \/ Leave

Spec     == Init /\ [][Next]_x /\ WF_x(Leave)
SpecLate == Init /\ [][Next]_x /\ WF_x(Toggle) /\ WF_x(LeaveLate)

Leaves       == <>(x = 2)
StaysForEver == []<>(x # 2)
=============================================================================
