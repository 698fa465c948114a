---- MODULE Cardinality ----
EXTENDS Integers, Bags, TLC
ASSUME BagCardinality(<<"a">>) = 1
====
