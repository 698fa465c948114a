---- MODULE M ----
EXTENDS Integers, Sequences, TLC, TLCExt
CONSTANT F(_)
VARIABLES x, y
Init == x = 0 /\ y = 0
Next == x' = 1 - x /\ y' = y
Composition == (x' = 1 - x) \cdot (y' = y)
PrimedRead == y' = x' /\ x' = 1
Bad == Head(<<>>) = x
BadStep == Head(<<>>) = x'
InitMissing == x = 0
BothMissing == TRUE /\ x = x
NextBoth == x = 0
Arguments == LET f == [n \in Nat, m \in Nat |-> n + m + x] IN f[<<1, 2, 3>>] = 1
Box(P) == []P
Identity(n) == n
Around == F(x = 0)
Live == <>(Head(<<>>) = x)
Plus == 1 + (IF x = 0 THEN 1 ELSE 2) = 3
Trapped == TLCFP(x) = x
Exit == TLCSet("exit", TRUE) /\ x' = x + 1 /\ y' = y
Case == CASE x = 0 -> x' = 1 /\ y' = y
Step(A) == <>A
Inside == <<F(x = 0)>>[1]
StepProperty == Step(x' = x)
====
