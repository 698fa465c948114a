------------------------- MODULE FiniteSetTheorems --------------------------
\* What theorems about finite sets speak of. The theorems themselves are only of use in proofs, and left out.
EXTENDS FiniteSets, Integers, Functions, WellFoundedInduction

FiniteSubsetsOf(S) == {T \in SUBSET S : IsFiniteSet(T)}
StrictSubsetOrdering(S) == {p \in (SUBSET S) \X (SUBSET S) : p[1] \subseteq p[2] /\ p[1] # p[2]}
=============================================================================
