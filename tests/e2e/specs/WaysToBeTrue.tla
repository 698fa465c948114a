---------------------------- MODULE WaysToBeTrue ----------------------------
(***************************************************************************)
(* In how many ways a step is taken when something with two witnesses is a *)
(* conjunct of it: as it is, as an argument, behind operators that are     *)
(* arguments, or as a definition. A definition without parameters that     *)
(* reads no variable stands for its value, and is TRUE in one way.         *)
(***************************************************************************)
EXTENDS Naturals

CONSTANT Replaced

VARIABLE place

Two == \E v \in {1, 2} : TRUE

Same(p) == p
Once(F(_), p) == F(p)
Twice(F(_), p) == F(F(p))
OfSet(S) == \E v \in S : TRUE
WithTwo(S) == INSTANCE WaysOfSet

Init == place = 0 /\ Two

From(n) == place = n /\ place' = n + 1

\* The conjunct first: behind From it would be one test, as place has its value then.
Next ==
    \/ (\E v \in {1, 2} : TRUE) /\ From(0)
    \/ Two /\ From(1)
    \/ Same(\E v \in {1, 2} : TRUE) /\ From(2)
    \/ Same(Two) /\ From(3)
    \/ Twice(LAMBDA p : p, \E v \in {1, 2} : TRUE) /\ From(4)
    \/ Twice(Same, \E v \in {1, 2} : TRUE) /\ From(5)
    \/ Twice(Same, Two) /\ From(6)
    \/ Once(LAMBDA p : Once(LAMBDA q : q, p), \E v \in {1, 2} : TRUE) /\ From(7)
    \/ (LET L(p) == p IN L(L(Two))) /\ From(8)
    \/ (LET q == \E v \in {1, 2} : TRUE IN q) /\ From(9)
    \/ OfSet({1, 2, 3}) /\ From(10)
    \/ WithTwo({1, 2, 3})!Some /\ From(11)
    \/ Replaced /\ From(12)
    \/ (IF Two THEN Two ELSE FALSE) /\ From(13)
=============================================================================
