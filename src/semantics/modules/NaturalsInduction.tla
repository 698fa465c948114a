------------------------- MODULE NaturalsInduction --------------------------
\* What theorems about induction and recursion on the natural numbers speak of. The theorems themselves are only of use in
\* proofs, and left out.
EXTENDS Integers

\* f is what the recursion f[0] = f0, f[i] = Def(f[i - 1], i) defines, and the recursion holds of it.
NatInductiveDefHypothesis(f, f0, Def(_, _)) ==
  f = CHOOSE g : g = [i \in Nat |-> IF i = 0 THEN f0 ELSE Def(g[i - 1], i)]
NatInductiveDefConclusion(f, f0, Def(_, _)) == f = [i \in Nat |-> IF i = 0 THEN f0 ELSE Def(f[i - 1], i)]

\* The same on m..n.
FiniteNatInductiveDefHypothesis(f, c, Def(_, _), m, n) ==
  f = CHOOSE g : g = [i \in m .. n |-> IF i = m THEN c ELSE Def(g[i - 1], i)]
FiniteNatInductiveDefConclusion(f, c, Def(_, _), m, n) ==
  f = [i \in m .. n |-> IF i = m THEN c ELSE Def(f[i - 1], i)]
=============================================================================
