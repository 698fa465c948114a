----------------------------- MODULE WrongStart -----------------------------
(* A property about the initial states that one of them does not have. *)
EXTENDS Naturals

VARIABLE x

Init == x \in {0, 2, 4, 5}
Next == x' = (x + 2) % 6

Spec == Init /\ [][Next]_x

StartsEven == x % 2 = 0
=============================================================================
