------------------------ MODULE SequencesExtTheorems ------------------------
\* What theorems about sequences and recursion on them speak of. The theorems themselves are only of use in proofs, and left
\* out.
EXTENDS Sequences, SequencesExt, Functions, Integers, WellFoundedInduction

\* Def(g, s) takes of g only its values at strict prefixes, or suffixes, of s.
StrictPrefixesDetermineDef(S, Def(_, _)) ==
  \A g, h : \A s \in Seq(S) : (\A t \in Seq(S) : IsStrictPrefix(t, s) => g[t] = h[t]) => Def(g, s) = Def(h, s)
StrictSuffixesDetermineDef(S, Def(_, _)) ==
  \A g, h : \A s \in Seq(S) : (\A t \in Seq(S) : IsStrictSuffix(t, s) => g[t] = h[t]) => Def(g, s) = Def(h, s)

\* f is what a recursion on the tail, or the front, defines, and the recursion holds of it.
TailInductiveDefHypothesis(f, S, f0, Def(_, _)) ==
  f = CHOOSE g : g = [s \in Seq(S) |-> IF s = << >> THEN f0 ELSE Def(g[Tail(s)], s)]
TailInductiveDefConclusion(f, S, f0, Def(_, _)) ==
  f = [s \in Seq(S) |-> IF s = << >> THEN f0 ELSE Def(f[Tail(s)], s)]
FrontInductiveDefHypothesis(f, S, f0, Def(_, _)) ==
  f = CHOOSE g : g = [s \in Seq(S) |-> IF s = << >> THEN f0 ELSE Def(g[Front(s)], s)]
FrontInductiveDefConclusion(f, S, f0, Def(_, _)) ==
  f = [s \in Seq(S) |-> IF s = << >> THEN f0 ELSE Def(f[Front(s)], s)]
=============================================================================
