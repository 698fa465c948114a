--------------------------- MODULE ComposedActions --------------------------
(* ENABLED of actions put together by every means but a disjunction of names:
   an operator that takes actions, IF, CASE, LET, and UNCHANGED of a tuple, with
   a conjunct that makes an alternative impossible. Hand is enabled while
   x < 2, Turn while x is even, Late where x = 2 and never else.
   Under SpecHand the walk goes on to 2 and may end there; under SpecAll it goes
   on from there to 3, and ends: each action is disabled at 3. *)
EXTENDS Naturals

VARIABLES x, y
vars == <<x, y>>

Init == x = 0 /\ y = 0

Either(A, B) == A \/ B
Both(A, B)   == A /\ B

Hand == Either(Both(x = 0, x' = 1), Both(x = 1, x' = 2)) /\ UNCHANGED y

Turn == /\ IF x \in {0, 2} THEN y' = 1 - y ELSE y' = y /\ y' # y
        /\ UNCHANGED <<x>>

Late == LET next == CASE x = 0 -> 0
                      [] x = 1 -> 0
                      [] OTHER -> 3
            Go(to) == x' = to /\ to > 2
        IN  Go(next) /\ x # 3 /\ UNCHANGED <<y>>

Next == Hand \/ Turn \/ Late

Spec     == Init /\ [][Next]_vars
SpecHand == Spec /\ WF_vars(Hand)
SpecAll  == Spec /\ WF_vars(Hand) /\ WF_vars(Late)
SpecTurn == Spec /\ WF_vars(Turn)

HandEnabled == [](ENABLED Hand <=> x < 2)
TurnEnabled == [](ENABLED Turn <=> x \in {0, 2})
LateEnabled == [](ENABLED Late <=> x = 2)
LateAtOne   == [](ENABLED Late <=> x \in 1..2)
Two         == <>(x = 2)
Three       == <>(x = 3)
Moves       == <>(x = 1 \/ y = 1)
Turns       == []<><<Turn>>_vars \/ <>[](x \in {1, 3})
=============================================================================
