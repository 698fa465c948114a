---- MODULE TupleInRecords ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME <<1>> \in [a : {1}]
====
