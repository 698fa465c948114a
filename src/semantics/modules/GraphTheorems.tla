---- MODULE GraphTheorems ----
\* Theorems about graphs are only of use in proofs, and left out. What they EXTEND comes along.
EXTENDS Graphs, Sequences
====
