---- MODULE Place ----
EXTENDS Integers, Sequences, FiniteSets, Bags, TLC, SequencesExt, FiniteSetsExt, Functions, BagsExt, Bitwise, Combinatorics, DyadicRationals, Statistics, VectorClocks, Relation, TransitiveClosure
ASSUME SelectInSubSeq(<<1>>, "a", 1, LAMBDA n : TRUE) = 1
====
