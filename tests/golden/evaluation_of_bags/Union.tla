---- MODULE Union ----
EXTENDS Integers, Bags, TLC
ASSUME BagUnion({1}) = EmptyBag
====
