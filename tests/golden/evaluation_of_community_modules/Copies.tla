---- MODULE Copies ----
EXTENDS Integers, Sequences, FiniteSets, Bags, TLC, SequencesExt, FiniteSetsExt, Functions, BagsExt, Bitwise, Combinatorics, DyadicRationals, Statistics, VectorClocks, Relation, TransitiveClosure
ASSUME FoldBag(LAMBDA a, b : a + b, 0, (1 :> -1)) = 1
====
