---- MODULE IndexOfOtherKind ----
EXTENDS Integers, Sequences, TLC
ASSUME <<1, 2>>["a"] = 1
====
