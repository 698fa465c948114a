------------------------------ MODULE Relation ------------------------------
\* Relations on a set S: functions R from S \X S to BOOLEAN. Those named ...Under take an operator instead.
EXTENDS Naturals, FiniteSets
LOCAL INSTANCE Folds

LOCAL Graph(op(_, _), S) == [x, y \in S |-> op(x, y)]

IsReflexive(R, S) == \A x \in S : R[x, x]
IsIrreflexive(R, S) == \A x \in S : ~R[x, x]
IsSymmetric(R, S) == \A x, y \in S : R[x, y] <=> R[y, x]
IsAntiSymmetric(R, S) == \A x, y \in S : (R[x, y] /\ R[y, x]) => x = y
IsAsymmetric(R, S) == \A x, y \in S : R[x, y] => ~R[y, x]
IsTransitive(R, S) == \A x, y, z \in S : (R[x, y] /\ R[y, z]) => R[x, z]

IsReflexiveUnder(op(_, _), S) == IsReflexive(Graph(op, S), S)
IsIrreflexiveUnder(op(_, _), S) == IsIrreflexive(Graph(op, S), S)
IsSymmetricUnder(op(_, _), S) == IsSymmetric(Graph(op, S), S)
IsAntiSymmetricUnder(op(_, _), S) == IsAntiSymmetric(Graph(op, S), S)
IsAsymmetricUnder(op(_, _), S) == IsAsymmetric(Graph(op, S), S)
IsTransitiveUnder(op(_, _), S) == IsTransitive(Graph(op, S), S)

\* Orders, strict and not.
IsStrictlyPartiallyOrdered(R, S) ==
  IsIrreflexive(R, S) /\ IsAntiSymmetric(R, S) /\ IsTransitive(R, S)
IsPartiallyOrdered(R, S) == IsReflexive(R, S) /\ IsAntiSymmetric(R, S) /\ IsTransitive(R, S)
IsStrictlyTotallyOrdered(R, S) ==
  IsStrictlyPartiallyOrdered(R, S) /\ \A x, y \in S : (x = y) \/ R[x, y] \/ R[y, x]
IsTotallyOrdered(R, S) == IsPartiallyOrdered(R, S) /\ \A x, y \in S : R[x, y] \/ R[y, x]

IsStrictlyPartiallyOrderedUnder(op(_, _), S) == IsStrictlyPartiallyOrdered(Graph(op, S), S)
IsPartiallyOrderedUnder(op(_, _), S) == IsPartiallyOrdered(Graph(op, S), S)
IsStrictlyTotallyOrderedUnder(op(_, _), S) == IsStrictlyTotallyOrdered(Graph(op, S), S)
IsTotallyOrderedUnder(op(_, _), S) == IsTotallyOrdered(Graph(op, S), S)

\* Paths through one element after the other (Warshall, J. ACM 1962).
TransitiveClosure(R, S) ==
  LET Through(z, T) == [x, y \in S |-> T[x, y] \/ (T[x, z] /\ T[z, y])]
  IN MapThenFoldSet(Through, [x, y \in S |-> R[x, y]], LAMBDA z : z, LAMBDA Z : CHOOSE z \in Z : TRUE, S)
ReflexiveTransitiveClosure(R, S) ==
  LET T == TransitiveClosure(R, S) IN [x, y \in S |-> (x = y) \/ T[x, y]]
IsConnected(R, S) ==
  LET T == ReflexiveTransitiveClosure(R, S) IN \A x, y \in S : T[x, y]
=============================================================================
