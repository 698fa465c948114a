---- MODULE M ----
(* What is judged counts already, and waits in the queue when it was judged. *)
EXTENDS Naturals, TLC
VARIABLE x
Totals == <<TLCGet("generated"), TLCGet("distinct"), TLCGet("queue"), TLCGet("diameter"), TLCGet("level")>>
Say(where) == PrintT(<<where, x, Totals>>)
Init == x \in {0, 1} /\ Say("Init")
Next == x < 3 /\ (x' = x + 1 \/ x' = x) /\ Say("Next")
Bound == Say("Bound")
Inv == Say("Inv")
Step == [][Say("Step")]_x
====
