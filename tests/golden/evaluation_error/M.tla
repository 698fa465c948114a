---- MODULE M ----
EXTENDS Naturals, Sequences, TLC
VARIABLES x, f
At(i) == f[i]
Init == x = 1 /\ f = <<3, 4>>
Next == x' = x + 1 /\ f' = <<At(x), At(x + 1)>>
====
