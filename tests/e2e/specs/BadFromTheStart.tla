-------------------------- MODULE BadFromTheStart --------------------------
(* An invariant that an initial state violates. *)
EXTENDS Naturals

VARIABLE x

Init == x \in 1..5
Next == x' = x

Low == x < 4
=============================================================================
