----------------------------- MODULE FinalState -----------------------------
(* A state without successors. The only behaviors from there stutter, so
   x = 2 leads to nothing but itself: LeadsBack fails by a loop of the one state
   2, which has no step to loop by. LeadsOn holds. Looping, a variant with a
   step from 2 to 2 by the specification, has the same verdicts, and no step of it
   is one of <<Same>>_x. (TLC refuses SameTaken for its shape.) *)
EXTENDS Naturals

VARIABLE x

Init == x = 0
Step == x < 2 /\ x' = x + 1
Same == x = 2 /\ UNCHANGED x

Spec        == Init /\ [][Step]_x /\ WF_x(Step)
SpecLooping == Init /\ [][Step \/ Same]_x /\ WF_x(Step)
SpecUnfair  == Init /\ [][Step]_x

LeadsBack == x = 2 ~> x = 0
LeadsOn   == x = 0 ~> x = 2
Ends      == <>[](x = 2)
NeverEnds == []<>(x < 2)
SameTaken == <><<Same>>_x
=============================================================================
