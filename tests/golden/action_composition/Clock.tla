---- MODULE Clock ----
EXTENDS Naturals
VARIABLE hour
Init == hour = 0
Tick == hour' = (hour + 1) % 12
Twice == Tick \cdot Tick
Next == Tick \/ Twice
Again == Tick \cdot Twice
CanTurn == ENABLED (Tick \cdot UNCHANGED hour)
Unused == Again \cdot Again
Spec == Init /\ [][Next]_hour /\ WF_hour(Twice)
EventuallyAgain == []<><<Again>>_hour
====
