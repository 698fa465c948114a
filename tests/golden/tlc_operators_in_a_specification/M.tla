---- MODULE M ----
EXTENDS Integers, Sequences, TLC, TLCExt
VARIABLE x
Init == x = 0
Next == x' = 1 - x
Pick == x' = 1 - x /\ PickSuccessor(x' = 3)
Defer == x' = 1 - x /\ TLCDefer(TLCSet(1, x))
NextTrace == x' = 1 - x /\ Trace' = <<>>
Step == x' = x
Evaluates == TLCEvalDefinition("Step") = x
Zero == x = 0
====
