--------------------------- MODULE FiniteSetsExt ----------------------------
\* More about finite sets: folds, sums, extremes, subsets of a given size.
EXTENDS Integers, FiniteSets, Folds, Functions

\* op(xn, ... op(x2, op(x1, base))) for the elements in some order: Synod takes that of values.
FoldSet(op(_, _), base, set) ==
  MapThenFoldSet(op, base, LAMBDA x : x, LAMBDA S : CHOOSE x \in S : TRUE, set)
ReduceSet(op(_, _), set, acc) == FoldSet(op, acc, set)

SumSet(set) == FoldSet(+, 0, set)
ProductSet(set) == FoldSet(LAMBDA x, y : x * y, 1, set)
MapThenSumSet(op(_), set) == FoldSet(LAMBDA x, sum : op(x) + sum, 0, set)

FlattenSet(S) == UNION S
SymDiff(A, B) == (A \ B) \cup (B \ A)

\* How many elements satisfy P.
Quantify(S, P(_)) == Cardinality({x \in S : P(x)})

\* The subsets with k elements.
kSubset(k, S) == {T \in SUBSET S : Cardinality(T) = k}

Max(S) == CHOOSE x \in S : \A y \in S : y \leq x
Min(S) == CHOOSE x \in S : \A y \in S : x \leq y

\* The sets that come from choosing one element of each set in Sets.
Choices(Sets) ==
  FoldSet(LAMBDA S, chosen : {C \cup {x} : C \in chosen, x \in S}, {{}}, Sets)

\* The only element that satisfies P; no value if there is none, or more than one.
ChooseUnique(S, P(_)) ==
  LET found == {x \in S : P(x)} IN CHOOSE x \in found : found = {x}
=============================================================================
