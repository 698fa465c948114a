--------------------------- MODULE BagsTheorems -----------------------------
\* What theorems about bags speak of. The theorems themselves are only of use in proofs, and left out.
EXTENDS Bags
LOCAL INSTANCE Naturals
LOCAL INSTANCE FiniteSets

\* n times as many copies of each element.
Scaling(n, B) == IF n > 0 THEN [e \in DOMAIN B |-> n * B[e]] ELSE EmptyBag

\* How often each element occurs in a sequence.
SeqToBag(seq) == [e \in {seq[i] : i \in DOMAIN seq} |-> Cardinality({i \in DOMAIN seq : seq[i] = e})]
=============================================================================
