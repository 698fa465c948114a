------------------------------ MODULE Odometer ------------------------------
(* A number that grows for ever, of which a VIEW shows the last digit: no state
   comes back, and its graph of views is a ring. *)
EXTENDS Naturals

VARIABLE km

Init == km = 0
Drive == km' = km + 1

Unfair == Init /\ [][Drive]_km
Spec == Unfair /\ WF_km(Drive)

Digit == km % 4

LeavesTwo == <>[](Digit # 2)
Drives == []<><<Drive>>_km
=============================================================================
