---- MODULE ClockNodes ----
EXTENDS Integers, Sequences, FiniteSets, Bags, TLC, SequencesExt, FiniteSetsExt, Functions, BagsExt, Bitwise, Combinatorics, DyadicRationals, Statistics, VectorClocks, Relation, TransitiveClosure
ASSUME CausalOrder(<<1>>, LAMBDA l : <<1>>, LAMBDA l : 1, LAMBDA c : 3) = <<>>
====
