---- MODULE M ----
EXTENDS Naturals
VARIABLE x
Above(n) == x' > n
Init == x = 0
Next == x' = IF x < 2 THEN x + 1 ELSE "three"
Rises == [][Above(x)]_x
====
