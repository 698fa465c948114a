---- MODULE LargeCardinality ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME Cardinality([1..40 -> 1..40]) = 3
====
