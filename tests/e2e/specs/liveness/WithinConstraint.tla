-------------------------- MODULE WithinConstraint --------------------------
(* Liveness under a constraint: the behaviors are those that stay within it.
   n counts for ever, and the constraint ends it at 3. ENABLED knows nothing of
   the constraint: Count is enabled at 3, cannot be taken within it, and WF of
   it excludes every behavior that ends there. Without Restart nothing is left,
   and anything holds; with it, the behaviors that start again for ever are. *)
EXTENDS Naturals

VARIABLE n

Init == n = 0
Count   == n' = n + 1
Restart == n > 0 /\ n' = 0

Spec        == Init /\ [][Count]_n /\ WF_n(Count)
SpecUnfair  == Init /\ [][Count]_n
SpecRestart == Init /\ [][Count \/ Restart]_n /\ WF_n(Count)

Small    == n <= 3
SmallStep == n' <= 3

Five      == <>(n = 5)
Three     == <>(n = 3)
ZeroAgain == []<>(n = 0)
=============================================================================
