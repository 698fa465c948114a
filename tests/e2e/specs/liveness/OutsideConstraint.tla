-------------------------- MODULE OutsideConstraint -------------------------
(* One of two initial states is outside the constraint, and what violates the
   property starts there or goes there: 9 and 8 follow one another for ever, and 3
   steps to 9. The behaviors within the constraint are those of 0, 1, 2, 3, 0. So
   ZeroForEver holds with the constraint and is violated without it. *)
EXTENDS Naturals

VARIABLE n

Init == n \in {0, 9}

Ring == n < 4 /\ n' = (n + 1) % 4
Off  == n = 3 /\ n' = 9
Far  == n >= 8 /\ n' = 17 - n

Spec == Init /\ [][Ring \/ Off \/ Far]_n /\ WF_n(Ring \/ Far)

Near == n < 5

ZeroForEver == []<>(n = 0)
TwoForEver  == []<>(n = 2)
FourOnce    == <>(n = 4)
=============================================================================
