------------------------------- MODULE Count -------------------------------
EXTENDS Integers

CONSTANT Last
VARIABLE x

Init == x = 0
Next == x < Last /\ x' = x + 1

End == x = Last
Beyond == x > Last
=============================================================================
