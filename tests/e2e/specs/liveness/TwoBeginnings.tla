---------------------------- MODULE TwoBeginnings ---------------------------
(* Two initial states, of which the second leads to the violation and the first
   does not, though both go on to 5 and 9 from there: the property asks what the
   initial state was. 5 is first reached from 1, by a behavior that satisfies
   TwoGoesToFour; the counterexample has to come from 2. *)
EXTENDS Naturals

VARIABLE x

Init == x \in {1, 2}

Step == \/ x \in {1, 2} /\ x' = 5
        \/ x = 5 /\ x' = 9

Spec == Init /\ [][Step]_x /\ WF_x(Step)

TwoGoesToFour  == x = 2 => <>(x = 4)
TwoGoesToNine  == x = 2 => <>(x = 9)
OneOrFour      == x = 1 \/ <>(x = 4)
OneLeadsToFour == x = 1 ~> x = 4
=============================================================================
