---- MODULE M ----
EXTENDS Naturals
VARIABLE x
NoBound == \A 1 : TRUE
NoColon == \A y \in {1} TRUE
NoSet == \E y z : TRUE
Choose == CHOOSE <<1, 2>> \in {} : TRUE
ChooseColon == CHOOSE y \in {1} TRUE
NoThen == IF x = 1 ELSE 2
NoElse == IF x = 1 THEN 2
NoArrow == CASE x = 1 2
OnlyOther == CASE OTHER -> 1
NoIn == LET y == 1 y
NoDefinition == LET IN 1
Lambda == LAMBDA y 1
Label == 1 + 2:: 3
LabelChanges == x + lab:: 1 + 2
Step == <1>2
Times == x \X
Product(\X) == 1
Select == x!"a"
ChooseNoSet == CHOOSE y 1
Argument == Select(\X, 1)
====
