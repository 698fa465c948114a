---- MODULE InfiniteSequences ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME (CHOOSE s \in Seq({1}) : Len(s) = 2) = <<1, 1>>
====
