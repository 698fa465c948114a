---- MODULE To ----
EXTENDS Integers, Sequences, TLC
ASSUME SubSeq(<<1, 2>>, 1, 3) = <<>>
====
