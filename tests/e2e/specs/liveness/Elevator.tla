------------------------------ MODULE Elevator ------------------------------
(* What EachElevator instantiates once for each lift: it moves between the floors
   0 and Top and must come to the top again and again. *)
EXTENDS Naturals

CONSTANT Top
VARIABLE floor

Init == floor = 0
Move == IF floor = Top THEN floor' = 0 ELSE floor' = floor + 1

Spec == Init /\ [][Move]_floor /\ WF_floor(Move)
Arrives == []<>(floor = Top)
=============================================================================
