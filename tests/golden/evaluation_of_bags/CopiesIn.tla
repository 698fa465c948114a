---- MODULE CopiesIn ----
EXTENDS Integers, Bags, TLC
ASSUME CopiesIn(1, 2) = 3
====
