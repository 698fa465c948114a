--------------------------- MODULE InstanceOfClock --------------------------
(* The properties of an instantiated module, with an expression for its variable
   and another for its constant. time counts quarters, four to the hour, and the
   hour hand shows time \div 4 of three hours. Wait swaps the two quarters in the
   middle of an hour: it changes time and not the hour hand, so it is no step of
   <<Tick>>_hour. The half of it that goes forward is a step of Quarter, which is
   why WF of Quarter allows waiting for ever.
   ENABLED of Tick and Home is that of the clock, where hour is a variable: there
   always is a next hour, and home is possible where the hour is not 0. *)
EXTENDS Naturals

VARIABLE time

Quarters == 12
Clock == INSTANCE TickingClock WITH hour <- time \div 4, Hours <- Quarters \div 4

Init == time = 0

Quarter == time' = (time + 1) % Quarters
Wait    == time % 4 \in {1, 2} /\ time' = 3 - (time % 4) + 4 * (time \div 4)

Spec     == Init /\ [][Quarter]_time /\ WF_time(Quarter)
SpecWait == Init /\ [][Quarter \/ Wait]_time /\ WF_time(Quarter)

Implements  == Clock!Spec
FairClock   == Clock!FairSpec
Ticks       == Clock!TicksForEver
Noon        == Clock!NoonForEver
HomeOften   == []<>Clock!HomeEnabled
=============================================================================
