---- MODULE Stop ----
EXTENDS Integers, TLC
VARIABLE x
Init == x = 0
Next == x' = x + 1
\* After ten behaviours it is enough.
Enough == TLCSet("exit", TLCGet("diameter") > 10)
====
