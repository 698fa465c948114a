---- MODULE Walk ----
EXTENDS Integers, Sequences, TLC, TLCExt
VARIABLES x, up
Init == x \in 0..1 /\ up = FALSE
Step(d) == x < 4 /\ x' = x + d /\ UNCHANGED up
Turn == up' = ~up /\ UNCHANGED x
Next == (\E d \in 1..2 : Step(d)) \/ Turn
Low == x < 4
View == [x |-> x, next |-> x', way |-> Trace, level |-> TLCGet("level"),
         can |-> ENABLED Step(1), by |-> TLCGet("action").name]
Told ==
  /\ PrintT([TLCGet("stats") EXCEPT !.duration = 0])
  /\ PrintT(CounterExample)
  /\ PrintT(ToTrace(CounterExample))
  /\ PrintT(<<TLCGet("level"), TLCGet("all"), TLCGet("all:named")>>)
ASSUME TLCSet(1, "one") /\ TLCSet("s:two", 2)
ASSUME PrintT(TLCGet("config"))
====
