---- MODULE Warshalls ----
EXTENDS Integers, Sequences, FiniteSets, Bags, TLC, SequencesExt, FiniteSetsExt, Functions, BagsExt, Bitwise, Combinatorics, DyadicRationals, Statistics, VectorClocks, Relation, TransitiveClosure
ASSUME Warshall({1}) = {}
====
