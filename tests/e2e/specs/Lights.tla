------------------------------- MODULE Lights -------------------------------
(* Four lights, each switched on and off at will: sixteen states, no error. *)
EXTENDS Naturals

VARIABLE on

Init == on = [light \in 1..4 |-> FALSE]

Switch(light) == on' = [on EXCEPT ![light] = ~@]

Next == \E light \in 1..4 : Switch(light)

TypeOK == on \in [1..4 -> BOOLEAN]
=============================================================================
