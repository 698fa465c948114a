---- MODULE Clock ----
EXTENDS Naturals
VARIABLES hour, bell
vars == <<hour, bell>>
Init == hour = 0 /\ bell = FALSE
Tick == hour' = (hour + 1) % 4 /\ UNCHANGED bell
Ring == hour = 0 /\ bell' = ~bell /\ UNCHANGED hour
Next == Tick \/ Ring
Spec == Init /\ [][Next]_vars
Ticking == Spec /\ WF_vars(Tick)
Often == Spec /\ []<>(hour = 2)
Never == Spec /\ WF_vars(Tick) /\ <>[](hour = 1)
NoonAgain == []<>(hour = 2)
NoonOnce == <>(hour = 2)
Rings == []<>bell
Quiet == <>[]~bell
Tautology == []<>bell \/ <>[]~bell
OwnFairness == WF_vars(Tick)
Early == hour < 3
Hours == hour
====
