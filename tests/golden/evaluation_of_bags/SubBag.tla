---- MODULE SubBag ----
EXTENDS Integers, Bags, TLC
ASSUME SubBag(1) = {}
====
