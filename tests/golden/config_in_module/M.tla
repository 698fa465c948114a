---- MODULE M ----
VARIABLE x
Init == x = 0
Next == x' = x
Inv == x = 0
====
---- CONFIG M ----
INIT Init
NEXT Nxt
====
