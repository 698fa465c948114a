---- MODULE FunctionTheorems ----
\* Theorems about functions are only of use in proofs, and left out. What they EXTEND comes along.
EXTENDS Functions, Integers, FiniteSets
====
