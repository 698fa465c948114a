----------------------------- MODULE NightAndDay -----------------------------
(* A clock of twelve hours, quartered, and what its face does not show. *)
EXTENDS Naturals

VARIABLES hour, night
vars == <<hour, night>>

Init == hour = 0 /\ night = TRUE
Tick == hour' = (hour + 3) % 12 /\ night' = IF hour = 9 THEN ~night ELSE night

Spec == Init /\ [][Tick]_vars /\ WF_vars(Tick)

Face == hour

NeverSix == <>[](hour # 6)
Sixes == []<>(hour = 6)
=============================================================================
