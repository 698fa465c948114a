---- MODULE ClockOrder ----
EXTENDS Integers, Sequences, FiniteSets, Bags, TLC, SequencesExt, FiniteSetsExt, Functions, BagsExt, Bitwise, Combinatorics, DyadicRationals, Statistics, VectorClocks, Relation, TransitiveClosure
ASSUME CausalOrder(<<[n |-> 1, c |-> <<1, 1>>], [n |-> 2, c |-> <<1, 1>>]>>, LAMBDA l : l.c, LAMBDA l : l.n, LAMBDA c : DOMAIN c) = <<>>
====
