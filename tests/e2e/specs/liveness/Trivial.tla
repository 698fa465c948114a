------------------------------- MODULE Trivial ------------------------------
(* Properties that hold of everything: tautologies, and a conjunct of the fairness
   itself. The negation of a tautology, and something that only looks like one,
   are violated. *)
EXTENDS Naturals

VARIABLE x

Init == x = 0
Next == x' = 1 - x

Spec == Init /\ [][Next]_x /\ WF_x(Next)

Itself        == x = 0 ~> x = 0
ExcludedThird == []<>(x = 0) \/ <>[](x # 0)
OwnFairness   == WF_x(Next)
NotItself     == ~(x = 0 ~> x = 0)
LooksLikeIt   == <>[](x = 0) \/ <>[](x # 0)
=============================================================================
