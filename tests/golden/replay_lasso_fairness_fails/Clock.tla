---- MODULE Clock ----
EXTENDS Naturals, Sequences
VARIABLE hour
Init == hour = 0
Tick == hour' = (hour + 1) % 3
Next == Tick
Late == hour = 2 /\ Head(<<>>) = 1 /\ hour' = 0
Spec == Init /\ [][Next]_hour
Ticking == Spec /\ WF_hour(Tick)
LateToo == Ticking /\ WF_hour(Late)
NoonAgain == []<>(hour = 1)
Never == <>[](hour = 0)
Undefined == []<>(hour = 2 /\ Head(<<>>) = 1)
====
