---------------------------- MODULE OutOfDomain ----------------------------
(* A walk along a road that ends: the fourth step applies a function outside its
   domain. *)
EXTENDS Naturals

VARIABLE place

Road == [p \in 1..3 |-> p + 1]

Init == place = 1

Walk == place' = Road[place]
Rest == place' = place

Next == Rest \/ Walk
=============================================================================
