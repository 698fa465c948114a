---- MODULE M ----
(* The argument of the step has no value; the step does not need it. *)
EXTENDS Naturals, Sequences
VARIABLE x
Init == x = 0
Up(unused) == x' = x + 1
Next == Up(Head(<<>>))
Inv == x < 2
====
