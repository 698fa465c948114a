---- MODULE M ----
EXTENDS Naturals, Sequences, TLC
VARIABLE queue
Init == queue = <<>>
Next == queue' = Apend(queue, 1)
====
