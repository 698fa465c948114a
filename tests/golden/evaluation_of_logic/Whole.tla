---- MODULE Whole ----
EXTENDS Integers, TLC
ASSUME 3
====
