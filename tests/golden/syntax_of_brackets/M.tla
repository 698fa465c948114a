---- MODULE M ----
EXTENDS Naturals
VARIABLE x
Mixed == {x \in 1..2 \in 3 : TRUE}
NoFilter == {1, 2 \in 1..2 : TRUE}
Neither == {x + 1 \in 1..2 : TRUE}
NotFilter == {<<x, 1>> \in {<<1, 2>>} : TRUE}
TwoBounds == {y \in 1..2, z \in 1..2 : TRUE}
NotClosed == {1, 2
AfterElement == {1 2}
NoSubscript == [x' = x]_+
Alone == [x]
NoArrow == [x 1]
NoField == [a |-> 1, 2 |-> 3]
NoFieldSet == [a : {1}, 2 : {3}]
NoPath == [x EXCEPT !a = 1]
NoFieldPath == [x EXCEPT !.1 = 1]
NoName == x.1
Weak == WF_x x' = x
Bracket == <<1, 2
InMixed == {y \in x \/ TRUE = x}
InEqual == {x + 1 \in x = x}
Filtered == {y \in {1} = x}
====
