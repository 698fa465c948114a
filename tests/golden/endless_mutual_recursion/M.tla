---- MODULE M ----
EXTENDS Naturals
VARIABLE x
RECURSIVE Even(_), Odd(_)
Even(n) == Odd(n + 1)
Odd(n) == Even(n + 1)
Init == x = 0
Step == x' = IF Even(x) THEN 1 ELSE 2
Next == Step
====
