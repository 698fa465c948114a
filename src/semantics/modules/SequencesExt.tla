---------------------------- MODULE SequencesExt ----------------------------
\* More about sequences. What takes sequences apart with Len, SubSeq and \o also takes strings, as those do.
EXTENDS Sequences, Naturals, FiniteSets, FiniteSetsExt, Folds, Functions, Bags, TLC

\* From sequences to sets, and back.
ToSet(s) == {s[i] : i \in DOMAIN s}
ToBag(s) == [e \in ToSet(s) |-> Quantify(DOMAIN s, LAMBDA i : s[i] = e)]
SetToSeq(S) == CHOOSE s \in [1 .. Cardinality(S) -> S] : ToSet(s) = S
SetToSeqs(S) == {s \in [1 .. Cardinality(S) -> S] : ToSet(s) = S}
SetToSortSeq(S, op(_, _)) == SortSeq(SetToSeq(S), op)
SetToAllKPermutations(S) == UNION {SetToSeqs(T) : T \in SUBSET S}

\* The sequences over a set with n elements, and those with at most n.
TupleOf(set, n) == [1 .. n -> set]
SeqOf(set, n) == UNION {TupleOf(set, m) : m \in 0 .. n}
BoundedSeq(S, n) == SeqOf(S, n)

Contains(s, e) == \E i \in DOMAIN s : s[i] = e
IsSorted(s, op(_, _)) == \A j \in 1 .. Len(s) : \A i \in 1 .. (j - 1) : op(s[i], s[j])
Reverse(s) == [i \in 1 .. Len(s) |-> s[1 + Len(s) - i]]
Remove(s, e) == SelectSeq(s, LAMBDA x : x # e)
ReplaceAll(s, old, new) == [i \in 1 .. Len(s) |-> IF s[i] = old THEN new ELSE s[i]]

\* The first or last index, from `from` to `to`, of an element that satisfies Test; 0 if there is none.
SelectInSubSeq(seq, from, to, Test(_)) ==
  LET found == {i \in from .. to : Test(seq[i])} IN IF found = {} THEN 0 ELSE Min(found)
SelectLastInSubSeq(seq, from, to, Test(_)) ==
  LET found == {i \in from .. to : Test(seq[i])} IN IF found = {} THEN 0 ELSE Max(found)
SelectInSeq(seq, Test(_)) == SelectInSubSeq(seq, 1, Len(seq), Test)
SelectLastInSeq(seq, Test(_)) == SelectLastInSubSeq(seq, 1, Len(seq), Test)

\* Changes at one place.
InsertAt(s, i, e) == SubSeq(s, 1, i - 1) \o <<e>> \o SubSeq(s, i, Len(s))
ReplaceAt(s, i, e) == [s EXCEPT ![i] = e]
RemoveAt(s, i) == SubSeq(s, 1, i - 1) \o SubSeq(s, i + 1, Len(s))
RemoveFirstMatch(s, Test(_)) ==
  LET i == SelectInSeq(s, Test) IN IF i = 0 THEN s ELSE RemoveAt(s, i)
RemoveFirst(s, e) == RemoveFirstMatch(s, LAMBDA x : x = e)

\* Both ends.
Cons(elt, seq) == <<elt>> \o seq
Snoc(elt, seq) == Append(seq, elt)
Front(s) == SubSeq(s, 1, Len(s) - 1)
Last(s) == s[Len(s)]

IsPrefix(s, t) == (Len(s) \leq Len(t)) /\ SubSeq(t, 1, Len(s)) = s
IsStrictPrefix(s, t) == IsPrefix(s, t) /\ (s # t)
IsSuffix(s, t) == (Len(s) \leq Len(t)) /\ SubSeq(t, 1 + Len(t) - Len(s), Len(t)) = s
IsStrictSuffix(s, t) == IsSuffix(s, t) /\ (s # t)
Prefixes(s) == {SubSeq(s, 1, n) : n \in 0 .. Len(s)}
Suffixes(s) == {SubSeq(s, n, Len(s)) : n \in 1 .. (Len(s) + 1)}
CommonPrefixes(S) == {p \in UNION {Prefixes(s) : s \in S} : \A s \in S : IsPrefix(p, s)}
LongestCommonPrefix(S) ==
  CHOOSE p \in CommonPrefixes(S) : \A q \in CommonPrefixes(S) : Len(q) \leq Len(p)

\* a modulo b, but from 1 to b, as indices are.
SeqMod(a, b) == 1 + ((a - 1) % b)

\* op(sn, ... op(s2, op(s1, base))).
FoldSeq(op(_, _), base, seq) == FoldFunction(op, base, seq)
\* op(... op(op(base, s1), s2) ..., sn), and op(s1, op(s2, ... op(sn, base))).
FoldLeft(op(_, _), base, seq) ==
  MapThenFoldSet(LAMBDA x, acc : op(acc, x), base, LAMBDA i : seq[i], Max, DOMAIN seq)
FoldRight(op(_, _), seq, base) == MapThenFoldSet(op, base, LAMBDA i : seq[i], Min, DOMAIN seq)
\* The same with 1, 2, ..., n in the place of the elements.
FoldLeftDomain(op(_, _), base, seq) == FoldLeft(op, base, [i \in DOMAIN seq |-> i])
FoldRightDomain(op(_, _), seq, base) == FoldRight(op, [i \in DOMAIN seq |-> i], base)

\* All elements of a sequence of sequences, one after the other.
FlattenSeq(seqs) ==
  IF Len(seqs) = 0 THEN seqs ELSE FoldLeft(LAMBDA s, t : s \o t, Head(seqs), Tail(seqs))
\* The pairs of what stands at the same place, as long as both sequences have something.
Zip(s, t) == [i \in 1 .. Min({Len(s), Len(t)}) |-> <<s[i], t[i]>>]
\* <<s1>>, <<t1>>, <<s2>>, <<t2>>, ... of two sequences of the same length.
Interleave(s, t) ==
  CASE Len(s) = Len(t) /\ Len(s) > 0 ->
         [i \in 1 .. (2 * Len(s)) |-> IF i % 2 = 1 THEN <<s[(i + 1) \div 2]>> ELSE <<t[i \div 2]>>]
    [] Len(s) = Len(t) /\ Len(s) = 0 -> << <<>>, <<>> >>

\* What stands in s in one piece, and what is left of s when elements are taken out.
SubSeqs(s) == {SubSeq(s, i, j) : i \in 1 .. (Len(s) + 1), j \in 0 .. Len(s)}
AllSubSeqs(s) ==
  {FoldSet(LAMBDA i, acc : Append(acc, s[i]), <<>>, D) : D \in SUBSET DOMAIN s}

\* The first place of s in t.
IndexFirstSubSeq(s, t) ==
  Min({i \in 1 .. (1 + Len(t) - Len(s)) : SubSeq(t, i, i + Len(s) - 1) = s})
\* t with r instead of s: at place i, at the first place, and at all places, from the left, without overlaps.
ReplaceSubSeqAt(i, r, s, t) == SubSeq(t, 1, i - 1) \o r \o SubSeq(t, i + Len(s), Len(t))
ReplaceFirstSubSeq(r, s, t) ==
  IF s \in SubSeqs(t) THEN ReplaceSubSeqAt(IndexFirstSubSeq(s, t), r, s, t) ELSE t
ReplaceAllSubSeqs(r, s, t) ==
  LET RECURSIVE replaced(_)
      replaced(u) ==
        IF s \notin SubSeqs(u) THEN u
        ELSE LET i == IndexFirstSubSeq(s, u)
             IN SubSeq(u, 1, i - 1) \o r \o replaced(SubSeq(u, i + Len(s), Len(u)))
  IN CASE s = t -> r
       [] Len(s) = 0 /\ Len(t) > 0 -> FlattenSeq([i \in 1 .. Len(t) |-> r \o SubSeq(t, i, i)])
       [] OTHER -> replaced(t)
=============================================================================
