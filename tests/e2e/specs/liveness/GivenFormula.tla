---------------------------- MODULE GivenFormula ----------------------------
(* Fairness given as a general temporal formula: whenever the bell rings for
   ever, the door opens for ever. No WF or SF says this, and the condition is
   neither about one action nor about ENABLED. *)
VARIABLES bell, door
vars == <<bell, door>>

Init == bell = FALSE /\ door = FALSE

Ring == bell' = ~bell /\ UNCHANGED door
Open == bell /\ door' = ~door /\ UNCHANGED bell

Next == Ring \/ Open

Spec        == Init /\ [][Next]_vars /\ WF_vars(Ring)
SpecAnswer  == Spec /\ ([]<>bell => []<>door)
SpecLeads   == Spec /\ (bell ~> door)
SpecSettled == Spec /\ (<>[]~door => <>[]~bell)
SpecOnly    == Init /\ [][Next]_vars /\ ([]<>bell => []<>door)

DoorForEver == []<>door
DoorOnce    == <>door
BellForEver == []<>bell
DoorSettles == <>[]door
BellThenDoor == []<>bell => []<>door
=============================================================================
