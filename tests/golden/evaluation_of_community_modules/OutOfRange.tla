---- MODULE OutOfRange ----
EXTENDS Integers, Sequences, FiniteSets, Bags, TLC, SequencesExt, FiniteSetsExt, Functions, BagsExt, Bitwise, Combinatorics, DyadicRationals, Statistics, VectorClocks, Relation, TransitiveClosure
ASSUME SelectInSubSeq(<<1>>, 1, 4, LAMBDA n : n = 3) = 1
====
