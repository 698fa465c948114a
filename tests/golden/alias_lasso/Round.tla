---- MODULE Round ----
EXTENDS Integers, Sequences, TLC, TLCExt
VARIABLE x
Next == x' = IF x = 3 THEN 1 ELSE x + 1
Spec == x = 0 /\ [][Next]_x /\ WF_x(Next)
Settles == <>[](x > 1)
View == [x |-> x, next |-> x', length |-> Len(Trace), level |-> TLCGet("level")]
Told == PrintT(CounterExample.action) /\ PrintT(ToTrace(CounterExample))
====
