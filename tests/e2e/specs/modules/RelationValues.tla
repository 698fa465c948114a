--------------------------- MODULE RelationValues ---------------------------
\* What the operators of Relation give, worked out by hand.
EXTENDS Relation

S == 1 .. 3
Rel(pairs) == [x, y \in S |-> <<x, y>> \in pairs]
Next(x, y) == y = x + 1
Near(x, y) == (x + 1) - y \in 0 .. 2

ASSUME Properties ==
  /\ IsReflexive(Rel({<<1, 1>>, <<2, 2>>, <<3, 3>>}), S) /\ ~IsReflexive(Rel({<<1, 1>>}), S)
  /\ IsReflexive(Rel({<<1, 1>>}), {1}) /\ IsReflexive(Rel({}), {})
  /\ IsIrreflexive(Rel({<<1, 2>>}), S) /\ ~IsIrreflexive(Rel({<<1, 1>>}), S)
  /\ IsSymmetric(Rel({<<1, 2>>, <<2, 1>>}), S) /\ ~IsSymmetric(Rel({<<1, 2>>}), S)
  /\ IsAntiSymmetric(Rel({<<1, 2>>, <<1, 1>>}), S) /\ ~IsAntiSymmetric(Rel({<<1, 2>>, <<2, 1>>}), S)
  /\ IsAsymmetric(Rel({<<1, 2>>}), S) /\ ~IsAsymmetric(Rel({<<1, 1>>}), S)
  /\ IsTransitive(Rel({<<1, 2>>, <<2, 3>>, <<1, 3>>}), S) /\ ~IsTransitive(Rel({<<1, 2>>, <<2, 3>>}), S)

ASSUME Under ==
  /\ IsReflexiveUnder(=, S) /\ ~IsReflexiveUnder(<, S) /\ IsIrreflexiveUnder(<, S) /\ ~IsIrreflexiveUnder(<=, S)
  /\ IsSymmetricUnder(Near, S) /\ ~IsSymmetricUnder(Next, S)
  /\ IsAntiSymmetricUnder(<=, S) /\ ~IsAntiSymmetricUnder(Near, S)
  /\ IsAsymmetricUnder(<, S) /\ ~IsAsymmetricUnder(<=, S)
  /\ IsTransitiveUnder(<, S) /\ ~IsTransitiveUnder(Next, S)

ASSUME Orders ==
  /\ IsStrictlyPartiallyOrderedUnder(<, S) /\ ~IsStrictlyPartiallyOrderedUnder(<=, S)
  /\ IsPartiallyOrderedUnder(\subseteq, SUBSET {1, 2}) /\ ~IsPartiallyOrderedUnder(<, S)
  /\ IsStrictlyTotallyOrderedUnder(<, S) /\ ~IsStrictlyTotallyOrderedUnder(LAMBDA x, y : x = 1 /\ y > 1, S)
  /\ IsTotallyOrderedUnder(<=, S) /\ ~IsTotallyOrderedUnder(\subseteq, SUBSET {1, 2})
  /\ IsStrictlyPartiallyOrdered(Rel({<<1, 2>>}), S) /\ ~IsStrictlyTotallyOrdered(Rel({<<1, 2>>}), S)
  /\ IsPartiallyOrdered(Rel({<<1, 1>>, <<2, 2>>, <<3, 3>>}), S)
  /\ ~IsTotallyOrdered(Rel({<<1, 1>>, <<2, 2>>, <<3, 3>>}), S)

ASSUME Closures ==
  /\ TransitiveClosure(Rel({<<1, 2>>, <<2, 3>>}), S) = Rel({<<1, 2>>, <<2, 3>>, <<1, 3>>})
  /\ TransitiveClosure(Rel({<<3, 2>>, <<2, 1>>, <<1, 3>>}), S) = Rel(S \X S)
  /\ TransitiveClosure(Rel({}), S) = Rel({})
  /\ TransitiveClosure(Rel({<<1, 2>>}), {}) = <<>>
  /\ ReflexiveTransitiveClosure(Rel({<<1, 2>>, <<2, 3>>}), S)
       = Rel({<<1, 1>>, <<2, 2>>, <<3, 3>>, <<1, 2>>, <<2, 3>>, <<1, 3>>})
  /\ IsConnected(Rel({<<1, 2>>, <<2, 3>>, <<3, 1>>}), S) /\ ~IsConnected(Rel({<<1, 2>>, <<2, 3>>}), S)
  /\ IsConnected(Rel({}), {2}) /\ IsConnected(Rel({}), {})
=============================================================================
