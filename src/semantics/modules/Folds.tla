------------------------------- MODULE Folds --------------------------------
\* Folding an operator over a set.

\* op(f(x1), op(f(x2), ... op(f(xn), base))), where choose picks x1 from S, x2 from the rest, and so on.
MapThenFoldSet(op(_, _), base, f(_), choose(_), S) ==
  LET RECURSIVE folded(_)
      folded(rest) ==
        IF rest = {} THEN base
        ELSE LET x == choose(rest) IN op(f(x), folded(rest \ {x}))
  IN folded(S)
=============================================================================
