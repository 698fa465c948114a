--------------------------- MODULE Combinatorics ----------------------------
\* Counting arrangements and choices.
EXTENDS Naturals

factorial[n \in Nat] == IF n = 0 THEN 1 ELSE n * factorial[n - 1]

\* The number of subsets with k elements that a set with n elements has; 0 when k > n.
choose(n, k) == IF k > n THEN 0 ELSE factorial[n] \div (factorial[k] * factorial[n - k])
=============================================================================
