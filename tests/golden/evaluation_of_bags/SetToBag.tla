---- MODULE SetToBag ----
EXTENDS Integers, Bags, TLC
ASSUME SetToBag(1) = EmptyBag
====
