----------------------------- MODULE Forgotten -----------------------------
(* The second action forgets to say what becomes of y. *)
EXTENDS Naturals

VARIABLES x, y

Init == x = 0 /\ y = 0

Both == x < 2 /\ x' = x + 1 /\ y' = y + x
Only == x = 2 /\ x' = 0

Next == Both \/ Only
=============================================================================
