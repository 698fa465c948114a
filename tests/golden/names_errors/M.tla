---- MODULE M ----
EXTENDS Naturals
CONSTANT C, F(_)
VARIABLE x
RECURSIVE Undefined(_), Differs(_), Takes(_)
Differs(a, b) == 1
Takes(G(_)) == 1
RECURSIVE Higher(_)
Higher(G(_)) == G(1)
Big == 99999999999999999999
At == @
Fields == [a |-> 1, a |-> 2]
Operator == F
Sequence == Append(<<>>, 1)
Self == Self + 1
Before == After
After == 1
x == 2
C == 3
F(a) == 4
Twice == 1
Twice == 2
DOMAIN a == 1
a /\ b == 1
Shadow == \E x \in {1} : x = 1
Bound == \E y \in {1} : \E y \in {2} : y = 1
Apply(G(_), a) == G(a)
NotOperator == Apply(1, 2)
LambdaParameters == Apply(LAMBDA p, q : p, 2)
OperatorArity == Apply(+, 2)
DefinedArity == Apply(Apply, 2)
OperatorForValue == Apply(F, F)
FewArguments == Apply(F)
ManyArguments == Twice(1)
Value == x(1)
I == INSTANCE Naturals
Instance == I + 1
NoSuchName == I!Unknown
OneLetter == Twise
THEOREM Proved == ASSUME TRUE PROVE FALSE
UsesProved == Proved
====
