---- MODULE BagToSet ----
EXTENDS Integers, Bags, TLC
ASSUME BagToSet(1) = {}
====
