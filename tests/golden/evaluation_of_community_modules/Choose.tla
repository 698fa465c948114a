---- MODULE Choose ----
EXTENDS Integers, Sequences, FiniteSets, Bags, TLC, SequencesExt, FiniteSetsExt, Functions, BagsExt, Bitwise, Combinatorics, DyadicRationals, Statistics, VectorClocks, Relation, TransitiveClosure
ASSUME choose(-1, 2) = 1
====
