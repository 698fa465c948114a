---- MODULE OfState ----
EXTENDS Naturals, TLCExt
VARIABLE x
Init == x = 0
Next == x' = x
Low == x = 0
ASSUME TLCEvalDefinition("Low")
====
