---- MODULE M ----
EXTENDS Integers, Json
VARIABLE x
Init == x = 0
Next == x' = x + 1 /\ (x < 2 \/ JsonSerialize("steps.json", <<x>>))
====
