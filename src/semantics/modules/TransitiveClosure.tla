-------------------------- MODULE TransitiveClosure -------------------------
\* The transitive closure of a relation, a set of pairs.
LOCAL INSTANCE Folds

Warshall(R) ==
  LET through(z, T) == T \cup {<<r[1], s[2]>> : r \in {r \in T : r[2] = z}, s \in {s \in T : s[1] = z}}
  IN MapThenFoldSet(through, R, LAMBDA z : z, LAMBDA Z : CHOOSE z \in Z : TRUE, {r[1] : r \in R})
=============================================================================
