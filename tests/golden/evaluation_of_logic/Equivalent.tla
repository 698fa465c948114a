---- MODULE Equivalent ----
EXTENDS Integers, TLC
ASSUME TRUE <=> 1
====
