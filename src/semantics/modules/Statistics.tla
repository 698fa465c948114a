----------------------------- MODULE Statistics -----------------------------
\* Statistical tests.
EXTENDS Naturals

\* Pearson's chi-square test: whether the counts in `actual` fit those in `expected`, two functions on the same
\* points, on the level of significance alpha, a string such as "0.05". Only Synod itself can say.
ChiSquare(expected, actual, alpha) == CHOOSE fits \in BOOLEAN : TRUE
=============================================================================
