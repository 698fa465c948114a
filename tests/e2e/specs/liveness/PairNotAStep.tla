---------------------------- MODULE PairNotAStep ----------------------------
(* An action that relates two states of one component, where no step of Next
   goes from the one to the other. The ring is 0, 1, 2, 0; Back would go from 1
   to 0. Both are in the component, but Back is never taken: []<><<Back>>_x
   fails and <>[][~Back]_x holds.
   Strong fairness of Back with weak fairness of Step is satisfied by no
   behavior at all, so even x = 7 happens, vacuously. With weak fairness of
   Back the ring is fair, since Back is disabled at 0, and 7 is never seen.
   BackOnce is refused by TLC, as every <><<A>>_v is; it is violated by the ring. *)
EXTENDS Naturals

VARIABLE x

Init == x = 0

Step == x' = (x + 1) % 3
Back == x = 1 /\ x' = 0

Spec       == Init /\ [][Step]_x /\ WF_x(Step)
SpecStrong == Spec /\ SF_x(Back)
SpecWeak   == Spec /\ WF_x(Back)

BackForEver == []<><<Back>>_x
BackOnce    == <><<Back>>_x
NoBackInEnd == <>[][~Back]_x
Seven       == <>(x = 7)
=============================================================================
