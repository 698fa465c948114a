---- MODULE Sum ----
EXTENDS Integers, Bags, TLC
ASSUME (1 (+) EmptyBag) = EmptyBag
====
