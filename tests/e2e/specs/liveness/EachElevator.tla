---------------------------- MODULE EachElevator ----------------------------
(* Refinement for each of several instances: an instance with a parameter, under
   \A, whose initial condition, steps and fairness are each asked of every lift.
   The lifts have different tops. With fairness of the building (SpecAny) one lift
   may stand for ever; with fairness of each, none does. *)
EXTENDS Naturals

VARIABLE floors
Lifts == {1, 2}
Lift(i) == INSTANCE Elevator WITH floor <- floors[i], Top <- i

Init == floors = [i \in Lifts |-> 0]
Move(i) == floors' = [floors EXCEPT ![i] = IF @ = i THEN 0 ELSE @ + 1]
Drop == floors = <<1, 2>> /\ floors' = <<1, 1>>

Spec     == Init /\ [][\E i \in Lifts : Move(i)]_floors /\ \A i \in Lifts : WF_floors(Move(i))
SpecAny  == Init /\ [][\E i \in Lifts : Move(i)]_floors /\ WF_floors(\E i \in Lifts : Move(i))
SpecDrop == /\ Init
            /\ [][Drop \/ \E i \in Lifts : Move(i)]_floors
            /\ \A i \in Lifts : WF_floors(Move(i))
SpecLow  == /\ floors = <<0, 1>>
            /\ [][\E i \in Lifts : Move(i)]_floors
            /\ \A i \in Lifts : WF_floors(Move(i))

AllRefine == \A i \in Lifts : Lift(i)!Spec
TwoRefines == Lift(2)!Spec
AllArrive == \A i \in Lifts : Lift(i)!Arrives
OneArrives == \E i \in Lifts : Lift(i)!Arrives
=============================================================================
