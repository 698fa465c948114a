---------------------------- MODULE TickingClock ----------------------------
(* What InstanceOfClock instantiates: an hour hand, and what it must do. *)
EXTENDS Naturals

CONSTANT Hours
VARIABLE hour

Init == hour = 0
Tick == hour' = (hour + 1) % Hours
Home == hour # 0 /\ hour' = 0

Spec     == Init /\ [][Tick]_hour
FairTick == WF_hour(Tick)
FairSpec == Spec /\ FairTick

TicksForEver == []<><<Tick>>_hour
NoonForEver  == []<>(hour = 0)
HomeEnabled  == ENABLED Home
=============================================================================
