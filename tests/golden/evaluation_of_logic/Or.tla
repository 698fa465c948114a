---- MODULE Or ----
EXTENDS Integers, TLC
ASSUME FALSE \/ "a"
====
