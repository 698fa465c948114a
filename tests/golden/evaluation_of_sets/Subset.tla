---- MODULE Subset ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME {1} \subseteq 2
====
