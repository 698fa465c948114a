----------------------------- MODULE Connectives ----------------------------
(* Formulas of every shape over a walk with a fork: from 0 to the ring 1, 2 or
   to the ring 3, 4, and from 4 to 5, which is final. So the fair
   behaviors end in the first ring, in the second, or in 5.
   Nested leads-to, negation and disjunction between temporal formulas, bounded
   quantifiers of them, definitions with parameters that are temporal, and LET
   inside a temporal formula. TLC refuses <=> between temporal formulas and
   temporal formulas as arguments: Equivalent, EquivalentFails, OneOfThree and
   OneOfTwo are ours alone. *)
EXTENDS Naturals

VARIABLE x

Init == x = 0

Fork == x = 0 /\ x' \in {1, 3}
Ring == x \in 1..4 /\ x' = (IF x % 2 = 1 THEN x + 1 ELSE x - 1)
End  == x = 4 /\ x' = 5

Next == Fork \/ Ring \/ End

Spec == Init /\ [][Next]_x /\ WF_x(Next)

At(i) == x = i
Often(P) == []<>P
Finally(P) == <>[]P
Unless(F, G) == F \/ G

\* Either ring for ever, or 5.
OneOfThree == Unless(Often(At(1)), Often(At(3))) \/ Finally(At(5))
OneOfTwo   == Unless(Often(At(1)), Often(At(3)))
OneOfThreeOpen     == Often(At(1)) \/ Often(At(3)) \/ Finally(At(5))
OneOfTwoOpen       == Often(At(1)) \/ Often(At(3))
OneOfThreeByExists == \E i \in {1, 3, 5} : Often(At(i))
OneOfTwoByExists   == \E i \in {1, 5} : Often(At(i))

\* The next place of a ring follows, and the same where there is none.
OneThenTwo      == \A i \in {1, 3} : At(i) ~> At(i + 1)
AllThenNext     == \A i \in 1..4 : At(i) ~> At(i + 1)

\* Whoever gets to 3 gets either to 5 or to 4 after every 3.
NestedLeads      == At(3) ~> (At(4) ~> (At(3) \/ At(5)))
NestedLeadsFails == At(3) ~> (At(4) ~> At(5))
LeftNested       == (At(3) ~> At(5)) ~> (At(5) \/ At(1))
LeftNestedFails  == (At(3) ~> At(5)) ~> At(5)

\* A negated temporal formula, twice.
NotBothRings    == ~(<>At(1) /\ <>At(3))
NotNever        == ~[](x # 1)
NotSettledInTwo == ~<>[](x = 2)

\* LET, and what it defines used under [] and <>.
WithLet      == LET low == x \in {1, 2}
                    Stays(P) == [](P => []P)
                IN  Stays(low) /\ (<>low => []<>At(2))
WithLetFails == LET low == x \in {1, 2}
                    Stays(P) == [](P => []P)
                IN  Stays(~low)

IfThenElse      == IF x = 0 THEN <>(x # 0) ELSE <>At(7)
IfThenElseFails == IF x = 0 THEN <>At(7) ELSE TRUE
Equivalent      == []<>At(1) <=> <>At(1)
EquivalentFails == []<>At(3) <=> <>At(3)
SettlesSomewhere == <>[](x \in {1, 2}) \/ <>[](x \in {3, 4}) \/ <>[](x = 5)
SettlesFails     == <>[](x \in {1, 2}) \/ <>[](x = 5)
=============================================================================
