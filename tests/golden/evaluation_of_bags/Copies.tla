---- MODULE Copies ----
EXTENDS Integers, Bags, TLC
ASSUME BagCardinality(<<9223372036854775807, 1>>) = 1
====
