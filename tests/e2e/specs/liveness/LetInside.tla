------------------------------ MODULE LetInside -----------------------------
(* The value that a quantifier chose reaches a formula through a LET, an operator
   defined by LET or a LAMBDA only. Each element is a formula of its own, in a
   property and in fairness: 7 is never reached, and of the steps to 1 and to 2
   neither may be left out for ever. *)
EXTENDS Naturals

VARIABLE x

Init == x = 0
Next == x' = (x + 1) % 3
Jump == x' \in 0..2

Around  == Init /\ [][Next]_x /\ WF_x(Next)
Jumping == Init /\ [][Jump]_x /\ \A p \in {1, 2} : SF_x(LET q == p IN x' = q)
OnlyOne == Init /\ [][Jump]_x /\ \A p \in {1} : SF_x(LET q == p IN x' = q)

Eventually(F(_), a) == <>F(a)

Reached  == \A p \in {0, 2} : <>(LET y == p IN x = y)
Missed   == \A p \in {0, 7} : <>(LET y == p IN x = y)
MissedBy == \A p \in {0, 7} : <>(LET Is(y) == y = p IN Is(x))
Lambda   == x = 0 => \A p \in {0, 7} : Eventually(LAMBDA z : x = z + p, 0)
Step     == \A p \in {0, 7} : []<><<LET q == p IN x' = q>>_x
TwoAgain == []<>(x = 2)
=============================================================================
