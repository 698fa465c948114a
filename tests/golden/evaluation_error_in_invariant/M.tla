---- MODULE M ----
EXTENDS Naturals, Sequences, TLC
VARIABLE x
Init == x = 1
Next == x' = IF x = 2 THEN "two" ELSE x + 1
Inv == x < 10
====
