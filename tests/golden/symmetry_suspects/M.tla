---- MODULE M ----
EXTENDS Integers, TLC, TLCExt, SequencesExt
CONSTANT P
VARIABLE x
Init == x \in P
Next == x' = x
Spec == Init /\ [][Next]_x
Swaps == Permutations(P)
Three == 3
Fails == Permutations(3)
Changing == {x}
Written == ToString(x) = "p"
Named == x = TLCModelValue("p")
Ordered == SetToSeq(P)[1] = x
Kept == TLCGetOrDefault(1, x) = x /\ TLCSet(1, x)
Live == <>[](x \in P)
View == x
====
