---- MODULE Append ----
EXTENDS Integers, Sequences, TLC
ASSUME Append(1, 2) = <<>>
====
