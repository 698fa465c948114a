------------------------------ MODULE WhichStep -----------------------------
(* Actions that are made on the spot: with a bound variable, by a definition with
   a parameter for the action, by LET, and with a primed expression. Every ring of
   the walk steps to 0 again and again by two ways, from 1 and from 2, and the
   shortest loops take one way only. *)
EXTENDS Naturals

VARIABLE x

Init == x = 0

Next == \/ x = 0 /\ x' \in {1, 2}
        \/ x > 0 /\ x' = 0

Spec == Init /\ [][Next]_x /\ WF_x(Next)
SpecBoth == Spec /\ \A n \in 1..2 : SF_x(Next /\ x' = n)

Taken(A) == []<><<A>>_x
From(n)  == x = n /\ x' = 0

HomeFromAny  == \E n \in 1..2 : Taken(From(n))
HomeFromEach == \A n \in 1..2 : []<><<From(n)>>_x
HomeFromOne  == LET Home == From(1) IN Taken(Home)
DoubledOnce  == <>[][(2 * x + 1)' < 4]_x
SumChanges   == []<><<(x + 1)' = 3>>_(x % 2) \/ []<><<x' = 2>>_(x \div 2) \/ <>[](x < 2)
OddSum       == []<><<x' = 2>>_(x % 2)
=============================================================================
