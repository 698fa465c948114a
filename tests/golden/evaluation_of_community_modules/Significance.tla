---- MODULE Significance ----
EXTENDS Integers, Sequences, FiniteSets, Bags, TLC, SequencesExt, FiniteSetsExt, Functions, BagsExt, Bitwise, Combinatorics, DyadicRationals, Statistics, VectorClocks, Relation, TransitiveClosure
ASSUME ChiSquare(<<1, 2>>, <<1, 2>>, "2")
====
