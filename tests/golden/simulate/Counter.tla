------------------------------ MODULE Counter ------------------------------
EXTENDS Naturals

CONSTANTS Limit, Workers

VARIABLES count, last

vars == <<count, last>>

Init == count = 0 /\ last = [w \in Workers |-> 0]

Add(w) == /\ count < Limit
          /\ count' = count + 1
          /\ last' = [last EXCEPT ![w] = count]

Next == \E w \in Workers : Add(w)

Spec == Init /\ [][Next]_vars

Low == count < 2
Rising == [][count' > count]_vars
Falling == [][count' < count]_vars
StartsHigh == count > 3
Live == <>(count = Limit)
=============================================================================
