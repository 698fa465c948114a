------------------------------- MODULE OneWay -------------------------------
(* A token moves on a ring of ten places, one or two at a time, in either
   direction; an action constraint forbids the steps of two backwards. *)
EXTENDS Integers

VARIABLES place, last

Init == place = 0 /\ last = 0

Move(d) == place' = (place + d) % 10 /\ last' = d

Next == \E d \in {-2, -1, 1, 2} : Move(d)

NoBigStepBack == last' # -2 /\ (last = 2 => last' # -1)

InRing == place \in 0..9
=============================================================================
