----------------------------- MODULE StepOfBoth -----------------------------
(* A step of one disjunct that is a step of a second action too. Toggle from 0
   to 1 is a step of Up as well, so SF of Up is satisfied by toggling for ever,
   and 2 need never be reached. Up is no disjunct of Next: a tool that goes by
   the name of the disjunct that made the step sees no step of Up at all.
   SF of Leave is another matter: no step of Toggle is a step of Leave, so 2 is
   reached. With SpecTwice, Up is a disjunct of Next, and each of its steps is made
   by Toggle or by Leave before. *)
EXTENDS Naturals

VARIABLE x

Init == x = 0

Toggle == x \in 0..1 /\ x' = 1 - x
Leave  == x = 0 /\ x' = 2
Up     == x = 0 /\ x' \in {1, 2}

Next == Toggle \/ Leave

Spec      == Init /\ [][Next]_x /\ WF_x(Toggle) /\ SF_x(Up)
SpecTwice == Init /\ [][Next \/ Up]_x /\ WF_x(Toggle) /\ SF_x(Up)
SpecLeave == Init /\ [][Next]_x /\ WF_x(Toggle) /\ SF_x(Leave)

Arrives     == <>(x = 2)
UpForEver   == []<><<Up>>_x
UpOrSettled == []<><<Up>>_x \/ <>[](x = 2)
=============================================================================
