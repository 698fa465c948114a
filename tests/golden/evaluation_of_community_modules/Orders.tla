---- MODULE Orders ----
EXTENDS Integers, Sequences, FiniteSets, Bags, TLC, SequencesExt, FiniteSetsExt, Functions, BagsExt, Bitwise, Combinatorics, DyadicRationals, Statistics, VectorClocks, Relation, TransitiveClosure
ASSUME SetToSeqs(1..12) = {}
====
