------------------------------ MODULE Workers ------------------------------
EXTENDS Naturals, TLC

CONSTANTS Workers

VARIABLES busy

Init == busy = {}
Begin(w) == w \notin busy /\ busy' = busy \cup {w}
End(w) == w \in busy /\ busy' = busy \ {w}
Next == \E w \in Workers : Begin(w) \/ End(w)

SomeoneRests == busy # Workers
Rests == [](busy # {}) => <>(busy = {})

Symmetry == Permutations(Workers)
Swap == {[w \in Workers |-> CHOOSE v \in Workers : v # w]}
Alone == Permutations({})
Constant == {[w \in Workers |-> CHOOSE v \in Workers : TRUE]}
Numbers == {[n \in 1 .. 2 |-> 3 - n]}
=============================================================================
