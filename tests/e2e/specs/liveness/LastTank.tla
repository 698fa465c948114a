------------------------------ MODULE LastTank ------------------------------
(* A round trip that ends when the fuel is used up, which a VIEW hides: the views
   go around for ever, the states do not. *)
EXTENDS Naturals

VARIABLES place, fuel
vars == <<place, fuel>>

Init == place = 0 /\ fuel = 70
Ride == fuel > 0 /\ place' = (place + 1) % 3 /\ fuel' = fuel - 1

Spec == Init /\ [][Ride]_vars /\ WF_vars(Ride)

Place == place

Parks == <>[](place = 1)
=============================================================================
