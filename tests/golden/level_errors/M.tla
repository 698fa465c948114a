---- MODULE M ----
EXTENDS Naturals
CONSTANT C
VARIABLE x
Twice == x''
Unchanged == UNCHANGED (x')
PrimedEnabled == (ENABLED (x' = 1))'
Stuttering == [](x' = x)
Eventually == <>(x' = x)
LeadsTo == (x' = 1) ~> (x = 1)
Mixed == x' = 1 /\ [](x = 1)
MixedOr == \/ x' = 1
           \/ <>(x = 1)
TemporalBound == \E y \in ([](x = 1)) : y
ActionBound == \A y \in {x'} : [](x = y)
Filter == {y \in {1} : [](x = y)}
Map == {[](x = y) : y \in {1}}
Apply == x[[](x = 1)]
Except == [x EXCEPT ![1] = [](x = 1)]
FunctionSet == [{1} -> [](x = 1)]
RecordSet == [a : [](x = 1)]
Tuple == <<[](x = 1)>>
Set == {[](x = 1)}
Choose == CHOOSE y \in {1} : [](x = y)
Product == ([](x = 1)) \X {1}
Square == [[](x = 1)]_x
Subscript == [x' = x]_(x')
Fair == WF_x([](x = 1))
RECURSIVE R(_)
R(a) == IF a = 1 THEN a' = 1 ELSE R(a)
Next(A(_), y) == A(y)'
UsesNext == Next(LAMBDA y : x' = y, 1)
Box(P) == []P
UsesBox == Box(x' = 1)
UsesPlus == 1 + [](x = 1)
Condition == IF [](x = 1) THEN 1 ELSE 2
Gives(A(_)) == A(x')
UsesGives == Gives(LAMBDA y : y')
====
