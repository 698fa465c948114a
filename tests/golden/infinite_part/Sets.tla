-------------------------------- MODULE Sets --------------------------------
EXTENDS Integers, FiniteSets

VARIABLE x

Init == x = 0
Next == Cardinality({Nat, Int}) = 2 /\ x' = x
=============================================================================
