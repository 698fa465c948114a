---- MODULE M ----
EXTENDS Naturals
CONSTANTS C, Unused, F(_)
VARIABLE x
Init == x = C + F(1)
Next == x' = x
G(a) == a
H(a, b) == a
Three == 3
====
