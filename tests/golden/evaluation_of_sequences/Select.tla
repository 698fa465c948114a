---- MODULE Select ----
EXTENDS Integers, Sequences, TLC
ASSUME SelectSeq(<<1>>, LAMBDA n : n) = <<>>
====
