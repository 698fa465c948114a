---- MODULE Coin ----
EXTENDS Integers, Sequences, TLC, TLCExt
VARIABLES heads, tails
Init == heads = 0 /\ tails = 0 /\ TLCSet(1, 0)
Heads == heads' = heads + 1 /\ UNCHANGED tails
Tails == tails' = tails + 1 /\ UNCHANGED heads
Next == IF RandomElement(1..4) = 1 THEN Heads ELSE Tails
\* Every behaviour ends after five tosses, and is counted then.
Count ==
  heads + tails = 5 =>
    /\ TLCGet("stats").traces = TLCGet(1) + 1
    /\ TLCSet(1, TLCGet(1) + 1)
    /\ TLCGet("stats").behavior.actions = [Next |-> 5]
    /\ FALSE
Even == heads < 4
ASSUME PrintT([TLCGet("config") EXCEPT !.worker = 1])
Told == PrintT(<<"behaviours", TLCGet("stats").traces, TLCGet(1)>>) /\ TLCGet(1) = TLCGet("config").traces
Shown == [heads |-> heads, tails |-> tails, by |-> TLCGet("action").name, ways |-> Len(Trace)]
====
