----------------------------- MODULE Functions ------------------------------
\* Functions: their restrictions, ranges, inverses and sums; injections, surjections and bijections.
EXTENDS Integers, Folds
LOCAL INSTANCE FiniteSets

Restrict(f, S) == [x \in S |-> f[x]]
RestrictDomain(f, Test(_)) == Restrict(f, {x \in DOMAIN f : Test(x)})
RestrictValues(f, Test(_)) == RestrictDomain(f, LAMBDA x : Test(f[x]))
IsRestriction(narrow, wide) ==
  (DOMAIN narrow \subseteq DOMAIN wide) /\ \A x \in DOMAIN narrow : narrow[x] = wide[x]

Range(f) == {f[x] : x \in DOMAIN f}

\* T of the values of f and g at each point of f.
Pointwise(f, g, T(_, _)) == [x \in DOMAIN f |-> T(f[x], g[x])]

\* For each t in T an s in S that f maps to t; an arbitrary one where f is nowhere t.
Inverse(f, S, T) ==
  [t \in T |-> IF t \in Range(f) THEN CHOOSE s \in S : f[s] = t ELSE CHOOSE s \in S : TRUE]
AntiFunction(f) == Inverse(f, DOMAIN f, Range(f))

IsInjective(f) == \A x, y \in DOMAIN f : x # y => f[x] # f[y]
Injection(S, T) == {f \in [S -> T] : IsInjective(f)}
Surjection(S, T) == {f \in [S -> T] : Range(f) = T}
Bijection(S, T) == {f \in Injection(S, T) : Range(f) = T}

\* By the numbers of elements. Only the empty set can be mapped to the empty set.
ExistsInjection(S, T) == Cardinality(S) \leq Cardinality(T)
ExistsSurjection(S, T) == (Cardinality(T) \leq Cardinality(S)) /\ (T = {} => S = {})
ExistsBijection(S, T) == Cardinality(S) = Cardinality(T)

\* op(f[xn], ... op(f[x2], op(f[x1], base))) for the points in some order: Synod takes that of values.
FoldFunctionOnSet(op(_, _), base, fun, indices) ==
  MapThenFoldSet(op, base, LAMBDA i : fun[i], LAMBDA S : CHOOSE i \in S : TRUE, indices)
FoldFunction(op(_, _), base, fun) == FoldFunctionOnSet(op, base, fun, DOMAIN fun)

SumFunctionOnSet(fun, indices) == FoldFunctionOnSet(+, 0, fun, indices)
SumFunction(fun) == FoldFunction(+, 0, fun)
=============================================================================
