---- MODULE UnionMember ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME 3 \in UNION {{1}, {"a"}}
====
