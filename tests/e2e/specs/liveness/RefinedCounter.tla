--------------------------- MODULE RefinedCounter ---------------------------
(* What HalfSteps is to implement: a counter to 2 that counts for ever.
   Count is always enabled and always changes count, so the two specifications
   say the same. *)
EXTENDS Naturals

VARIABLE count

Init == count = 0
Count == count' = (count + 1) % 3

Spec      == Init /\ [][Count]_count /\ WF_count(Count)
SpecOften == Init /\ [][Count]_count /\ []<><<Count>>_count
=============================================================================
