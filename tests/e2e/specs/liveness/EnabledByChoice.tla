--------------------------- MODULE EnabledByChoice --------------------------
(* ENABLED of actions that choose a primed variable and restrict it afterwards.
   Leap is enabled below 2 only. Pair chooses y' in one conjunct, makes x' from
   it in a second and restricts both in a third: it is enabled at 0 and at 2.
   So weak fairness of Leap is satisfied by staying at 2, which that of Pair is
   not, and weak fairness of Pair is satisfied by staying at 1. *)
EXTENDS Naturals

VARIABLES x, y
vars == <<x, y>>

Init == x = 0 /\ y = 0

Leap == x' \in 0..3 /\ x' > x + 1 /\ UNCHANGED y
Pair == /\ y' \in 1..2
        /\ x' = x + 2 * y' - 1
        /\ x' <= 3 /\ (x < 2 => y' = 2)
Walk == x < 2 /\ x' = x + 1 /\ y' = 0
Next == Leap \/ Pair \/ Walk

SpecLeap == Init /\ [][Next]_vars /\ WF_vars(Leap)
SpecPair == Init /\ [][Next]_vars /\ WF_vars(Pair)
SpecBoth == Init /\ [][Next]_vars /\ WF_vars(Leap) /\ WF_vars(Pair) /\ WF_vars(Walk)

LeapBelowTwo  == [](ENABLED Leap <=> x < 2)
LeapAlways    == [](ENABLED Leap)
PairWhenItCan == [](ENABLED Pair <=> x \in {0, 2})
TwoOrThree    == <>(x \in 2..3)
Three         == <>(x = 3)
=============================================================================
