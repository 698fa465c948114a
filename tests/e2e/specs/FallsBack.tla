----------------------------- MODULE FallsBack -----------------------------
(* A clock that is meant never to go back, and is reset at 5. *)
EXTENDS Naturals

VARIABLE time

Init == time = 0

Tick  == time < 5 /\ time' = time + 1
Reset == time = 5 /\ time' = 0

Spec == Init /\ [][Tick \/ Reset]_time

NeverBack == [][time' > time]_time
=============================================================================
