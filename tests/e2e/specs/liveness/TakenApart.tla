----------------------------- MODULE TakenApart -----------------------------
(* A component that has to be taken apart twice before the fair part of it is
   found. The hub 0 joins three rings: 1, 2, 3; 4, 5, 6; 7, 8. Strong fairness of
   Out, which is enabled at the hub only and leads to 9, keeps fair behaviors away
   from the hub; that of Up, enabled at 2, breaks the first ring, and that of Down,
   enabled at 8, the last. The middle ring is left: Nine is violated there, one
   step from the start. With fairness of AlsoFive every ring is broken, and 9 is
   reached. *)
EXTENDS Naturals

VARIABLE x

Init == x = 0

Rings == \/ x = 0 /\ x' \in {1, 4, 7}
         \/ x \in {1, 2, 4, 5, 7} /\ x' = x + 1
         \/ x = 3 /\ x' \in {0, 1}
         \/ x = 6 /\ x' \in {0, 4}
         \/ x = 8 /\ x' \in {0, 7}
Out      == x = 0 /\ x' = 9
Up       == x = 2 /\ x' = 9
Down     == x = 8 /\ x' = 9
AlsoFive == x = 5 /\ x' = 9

Next == Rings \/ Out \/ Up \/ Down \/ AlsoFive

Spec == /\ Init /\ [][Next]_x /\ WF_x(Rings)
        /\ SF_x(Out) /\ SF_x(Up) /\ SF_x(Down)
SpecFive == Spec /\ SF_x(AlsoFive)

Nine     == <>(x = 9)
Middle   == <>[](x \in 4..6) \/ <>(x = 9)
NoMiddle == <>[](x \notin 4..6)
=============================================================================
