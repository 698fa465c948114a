---- MODULE FiniteSetsExtTheorems ----
\* Theorems about the operators of FiniteSetsExt are only of use in proofs, and left out. What they EXTEND comes along.
EXTENDS FiniteSetsExt, FiniteSets, Integers
====
