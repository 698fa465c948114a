-------------------------------- MODULE Bags --------------------------------
\* Bags (multisets): functions from their elements to how often each occurs, one or more.
\* TLC comes along because TLC's own Bags brings it: specifications use :> and @@ without naming TLC.
EXTENDS TLC
LOCAL INSTANCE Naturals

LOCAL Positive == {n \in Nat : n > 0}
LOCAL Copies(e, B) == IF e \in DOMAIN B THEN B[e] ELSE 0

\* The sum of a function's values.
LOCAL Sum(f) ==
  LET partial[S \in SUBSET DOMAIN f] ==
        IF S = {} THEN 0 ELSE LET e == CHOOSE d \in S : TRUE IN f[e] + partial[S \ {e}]
  IN partial[DOMAIN f]

IsABag(B) == B \in [DOMAIN B -> Positive]
BagToSet(B) == DOMAIN B
SetToBag(S) == [e \in S |-> 1]
BagIn(e, B) == e \in BagToSet(B)
EmptyBag == SetToBag({})
CopiesIn(e, B) == Copies(e, B)
B1 (+) B2 == [e \in (DOMAIN B1) \cup (DOMAIN B2) |-> Copies(e, B1) + Copies(e, B2)]
B1 (-) B2 == [e \in {d \in DOMAIN B1 : Copies(d, B1) > Copies(d, B2)} |-> Copies(e, B1) - Copies(e, B2)]
BagUnion(S) == [e \in UNION {BagToSet(B) : B \in S} |-> Sum([B \in S |-> Copies(e, B)])]
B1 \sqsubseteq B2 == (DOMAIN B1 \subseteq DOMAIN B2) /\ \A e \in DOMAIN B1 : B1[e] \leq B2[e]
SubBag(B) == UNION {{C \in [S -> 1 .. Sum(B)] : \A e \in S : C[e] \leq B[e]} : S \in SUBSET BagToSet(B)}
BagOfAll(F(_), B) ==
  [e \in {F(d) : d \in BagToSet(B)} |-> Sum([d \in {c \in BagToSet(B) : F(c) = e} |-> B[d]])]
BagCardinality(B) == Sum(B)
=============================================================================
