---- MODULE SequenceTheorems ----
\* Theorems about sequences are only of use in proofs, and left out. What they EXTEND comes along.
EXTENDS Sequences, Functions
====
