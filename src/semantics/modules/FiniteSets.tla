----------------------------- MODULE FiniteSets -----------------------------
\* Finite sets and their size.
LOCAL INSTANCE Naturals
LOCAL INSTANCE Sequences

IsFiniteSet(S) == \E s \in Seq(S) : \A e \in S : \E n \in 1 .. Len(s) : s[n] = e

Cardinality(S) ==
  LET size[T \in SUBSET S] == IF T = {} THEN 0 ELSE 1 + size[T \ {CHOOSE e \in T : TRUE}]
  IN size[S]
=============================================================================
