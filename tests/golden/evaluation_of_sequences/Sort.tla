---- MODULE Sort ----
EXTENDS Integers, Sequences, TLC
ASSUME SortSeq(<<1, 2>>, LAMBDA a, b : a) = <<>>
====
