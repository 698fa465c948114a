------------------------------- MODULE Reals --------------------------------
\* The real numbers. They resolve; evaluating Real, / or Infinity is an error.
EXTENDS Integers

Real == CHOOSE R : \A i \in Int : i \in R
a / b == CHOOSE c \in Real : c * b = a
Infinity == CHOOSE i : (i \notin Real) /\ (\A r \in Real : i > r)
=============================================================================
