---- MODULE M ----
EXTENDS Sequences
VARIABLE x
Inv == Head(x) = 0
Init == x = <<>>
Next == x' = x
====
