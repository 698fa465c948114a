---------------------------- MODULE OddSubscripts ---------------------------
(* WF with a subscript that is an expression or a tuple. Swap changes x and y and
   not their sum: <<Swap>>_(x + y) is never enabled, so WF of it asks for nothing,
   and <<Next>>_(x + y) is a step of Rise. Turn changes y only: <<Turn>>_x is never
   enabled, and <<Turn>>_<<x, y>> is. *)
EXTENDS Naturals

VARIABLES x, y

Init == x = 0 /\ y = 1

Turn == x = 0 /\ y' = 1 - y /\ x' = x
Swap == x + y = 1 /\ x' = y /\ y' = x
Rise == x + y = 1 /\ x' = 1 /\ y' = 1
Next == Swap \/ Rise

Spec         == Init /\ [][Next]_<<x, y>>
SpecTuple    == Spec /\ WF_<<x, y>>(Next)
SpecSum      == Spec /\ WF_(x + y)(Next)
SpecSumSwap  == Spec /\ WF_(x + y)(Swap)
SpecDiff     == Spec /\ WF_(<<x + y, 7>>)(Swap \/ Rise)
SpecTurn     == Init /\ [][Turn]_<<x, y>> /\ WF_x(Turn)
SpecTurnPair == Init /\ [][Turn]_<<x, y>> /\ WF_<<x, y>>(Turn)

Moves   == <>(x = 1)
Both    == <>(x = 1 /\ y = 1)
YChanges == <>(y = 0)
=============================================================================
