---- MODULE QuorumTheorems ----
\* Theorems about quorum systems are only of use in proofs, and left out. What they EXTEND comes along.
EXTENDS Quorum, Integers, FiniteSets
====
