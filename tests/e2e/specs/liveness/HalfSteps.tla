------------------------------ MODULE HalfSteps -----------------------------
(* Refinement by a counter that counts in halves, count being half \div 2. Each
   of the three parts of Abstract!Spec is violated by one specification that
   satisfies the others: the initial condition (SpecLate), the steps (SpecBack,
   from 4 back to 2), the fairness (SpecIdle, which stops; SpecBetween, which
   goes on for ever between 0 and 1, where count does not change). SpecStrong mends
   the last.
   SpecOften of RefinedCounter says the same as its Spec without ENABLED, which
   for Count is that of the counter: there always is a next value of count. *)
EXTENDS Naturals

VARIABLE half
Abstract == INSTANCE RefinedCounter WITH count <- half \div 2

Init == half = 0
Late == half = 2

Half   == half' = (half + 1) % 6
Back   == half = 4 /\ half' = 2
Adjust == half = 1 /\ half' = 0

Spec        == Init /\ [][Half]_half /\ WF_half(Half)
SpecLate    == Late /\ [][Half]_half /\ WF_half(Half)
SpecBack    == Init /\ [][Half \/ Back]_half /\ WF_half(Half)
SpecIdle    == Init /\ [][Half]_half
SpecBetween == Init /\ [][Half \/ Adjust]_half /\ WF_half(Half)
SpecStrong  == SpecBetween /\ SF_half(half = 1 /\ Half)

Refines      == Abstract!Spec
RefinesOften == Abstract!SpecOften
=============================================================================
