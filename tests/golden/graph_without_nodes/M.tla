---- MODULE M ----
EXTENDS Graphs
ASSUME SimplePath([edge |-> {<<1, 2>>}]) = {}
====
