---------------------------- MODULE ErrorInInit ----------------------------
(* The third initial state compares a number with a string. *)
EXTENDS Naturals

VARIABLES x, y

Init == x \in {1, 2} /\ y \in {3, 4} /\ (x = 2 => y = "three")
Next == UNCHANGED <<x, y>>
=============================================================================
