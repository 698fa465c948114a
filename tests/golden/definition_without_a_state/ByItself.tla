---- MODULE ByItself ----
EXTENDS Naturals, TLCExt
VARIABLE x
Init == x = 0
Next == x' = x
Low == TLCEvalDefinition("Low")
ASSUME TLCEvalDefinition("Low")
====
