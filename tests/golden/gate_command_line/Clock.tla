---- MODULE Clock ----
EXTENDS Naturals, Hours

VARIABLE hour

Init == hour = First
Tick == hour < Last /\ hour' = hour + 1
Turn == hour = Last /\ hour' = First
Next == Tick \/ Turn

Spec == Init /\ [][Next]_hour
Fair == Spec /\ WF_hour(Next)

TypeOK == hour \in First .. Last
Early == hour < 4
Comes == <>(hour = Last)
Stays == <>[](hour = Last)
Forward == [][hour' > hour]_hour
Divided == 6 \div (hour - 4) # 0
OnlyOdd == hour = First /\ hour % 2 = 0
====
