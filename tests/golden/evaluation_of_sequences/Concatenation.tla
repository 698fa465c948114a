---- MODULE Concatenation ----
EXTENDS Integers, Sequences, TLC
ASSUME <<1>> \o {2} = <<>>
====
