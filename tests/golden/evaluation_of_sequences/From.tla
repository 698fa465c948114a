---- MODULE From ----
EXTENDS Integers, Sequences, TLC
ASSUME SubSeq(<<1, 2>>, 0, 1) = <<>>
====
