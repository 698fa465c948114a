----------------------------- MODULE HiddenFuel -----------------------------
(* A round trip whose fuel a VIEW hides. Which fuel a place is first reached with
   decides how far the journey goes: the search must take the state that comes
   first in breadth-first order, however many workers it has. *)
EXTENDS Naturals

VARIABLES place, fuel

Init == place = 0 /\ fuel \in {6, 9}

Ride(steps, price) == /\ fuel >= price
                      /\ place' = (place + steps) % 12
                      /\ fuel' = fuel - price

Next == Ride(1, 2) \/ Ride(3, 1) \/ Ride(5, 4)

Place == place

FuelIsLeft == fuel >= 0
=============================================================================
