---- MODULE Tail ----
EXTENDS Integers, Sequences, TLC
ASSUME Tail(<<>>) = <<>>
====
