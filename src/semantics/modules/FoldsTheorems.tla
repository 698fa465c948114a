---- MODULE FoldsTheorems ----
\* Theorems about folds are only of use in proofs, and left out. What they EXTEND comes along.
EXTENDS Folds, FiniteSets
====
