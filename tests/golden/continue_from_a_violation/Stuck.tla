------------------------------- MODULE Stuck -------------------------------
EXTENDS Naturals

VARIABLES broken, steps

Init == broken = FALSE /\ steps = 0

Break == ~broken /\ broken' = TRUE /\ UNCHANGED steps
Step == broken /\ steps < 5 /\ steps' = steps + 1 /\ UNCHANGED broken

Next == Break \/ Step

\* False in every state but the first, although no later step changes what it reads: Few is never the first to fail.
Whole == ~broken
Few == steps < 3
=============================================================================
