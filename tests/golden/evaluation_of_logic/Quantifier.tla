---- MODULE Quantifier ----
EXTENDS Integers, TLC
ASSUME \A n \in {1} : n
====
