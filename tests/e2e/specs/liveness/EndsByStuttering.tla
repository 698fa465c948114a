-------------------------- MODULE EndsByStuttering --------------------------
(* Violated only by stopping for ever at one state out of a ring that is lit in
   all others: no loop of the ring violates []<>lit, and with fairness nothing
   does. By Blink, the dark state has a self-loop of the specification, and WF
   of Blink excludes nothing, for <<Blink>>_vars is never enabled. *)
EXTENDS Naturals

VARIABLES place, lit
vars == <<place, lit>>

Init == place = 0 /\ lit = TRUE

Step  == place' = (place + 1) % 4 /\ lit' = (place # 1)
Blink == ~lit /\ UNCHANGED vars

SpecUnfair == Init /\ [][Step]_vars
SpecFair   == Init /\ [][Step]_vars /\ WF_vars(Step)
SpecBlink  == Init /\ [][Step \/ Blink]_vars /\ WF_vars(Blink)
SpecEither == Init /\ [][Step \/ Blink]_vars /\ WF_vars(Step \/ Blink)

LitForEver == []<>lit
Dark       == <>~lit
=============================================================================
