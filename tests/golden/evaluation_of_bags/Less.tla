---- MODULE Less ----
EXTENDS Integers, Bags, TLC
ASSUME 1 \sqsubseteq EmptyBag
====
