------------------------------ MODULE BagsExt -------------------------------
\* More about bags: single copies, and folds over all copies.
LOCAL INSTANCE Bags
LOCAL INSTANCE Integers
LOCAL INSTANCE Folds

BagAdd(B, x) ==
  [e \in (DOMAIN B) \cup {x} |-> IF e # x THEN B[e] ELSE IF x \in DOMAIN B THEN B[x] + 1 ELSE 1]
BagRemoveAll(B, x) == [e \in (DOMAIN B) \ {x} |-> B[e]]
BagRemove(B, x) ==
  IF x \notin DOMAIN B THEN B ELSE IF B[x] = 1 THEN BagRemoveAll(B, x) ELSE [B EXCEPT ![x] = @ - 1]

LOCAL First(S) == CHOOSE x \in S : TRUE

\* op(acc, e), n times: op(... op(op(acc, e), e) ..., e).
LOCAL Repeated(op(_, _), acc, e, n) ==
  MapThenFoldSet(LAMBDA i, result : op(result, e), acc, LAMBDA i : i, First, 1 .. n)

\* The copies of an element are folded by themselves, beginning with base; then these results are.
MapThenFoldBag(op(_, _), base, f(_), choose(_), B) ==
  LET copies == [n \in Nat \ {0} |-> n]
  IN  MapThenFoldSet(op, base, LAMBDA x : Repeated(op, base, f(x), copies[B[x]]), First, DOMAIN B)

\* op(... op(op(base, x1), x1) ..., xn), over all copies of all elements in some order: Synod takes that of values.
FoldBag(op(_, _), base, B) ==
  MapThenFoldSet(LAMBDA x, acc : Repeated(op, acc, x, B[x]), base, LAMBDA x : x, First, DOMAIN B)

SumBag(B) == FoldBag(LAMBDA x, y : x + y, 0, B)
ProductBag(B) == FoldBag(LAMBDA x, y : x * y, 1, B)
=============================================================================
