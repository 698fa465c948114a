------------------------- MODULE SequencesExtValues -------------------------
\* What the operators of SequencesExt give, worked out by hand. Also: which names SequencesExt brings.
EXTENDS SequencesExt

Even(n) == n % 2 = 0

ASSUME SetsOfSequences ==
  /\ ToSet(<<>>) = {} /\ ToSet(<<1, 1, 2>>) = {1, 2} /\ ToSet([a |-> 1, b |-> 1]) = {1}
  /\ ToBag(<<>>) = <<>> /\ ToBag(<<5, 7, 5>>) = (5 :> 2 @@ 7 :> 1)
  /\ SetToSeq({}) = <<>> /\ SetToSeq({3, 1, 2}) = <<1, 2, 3>> /\ SetToSeq(4 .. 6) = <<4, 5, 6>>
  /\ SetToSeq(SUBSET {1, 2}) = <<{}, {1}, {2}, {1, 2}>>
  /\ SetToSeq({<<2>>, <<>>, <<1, 1>>}) = <<<<>>, <<2>>, <<1, 1>>>>
  /\ SetToSeqs({}) = {<<>>} /\ SetToSeqs({5}) = {<<5>>}
  /\ SetToSeqs({1, 2, 3})
       = {<<1, 2, 3>>, <<1, 3, 2>>, <<2, 1, 3>>, <<2, 3, 1>>, <<3, 1, 2>>, <<3, 2, 1>>}
  /\ SetToSortSeq({2, 3, 1}, >) = <<3, 2, 1>> /\ SetToSortSeq({}, <) = <<>>
  /\ SetToSortSeq({-1, 2, -3}, LAMBDA x, y : x * x < y * y) = <<-1, 2, -3>>
  /\ SetToAllKPermutations({}) = {<<>>}
  /\ SetToAllKPermutations({1, 2}) = {<<>>, <<1>>, <<2>>, <<1, 2>>, <<2, 1>>}
  /\ TupleOf({1, 2}, 2) = {<<1, 1>>, <<1, 2>>, <<2, 1>>, <<2, 2>>} /\ TupleOf({1}, 0) = {<<>>}
  /\ SeqOf({1}, 2) = {<<>>, <<1>>, <<1, 1>>} /\ SeqOf({}, 3) = {<<>>} /\ SeqOf({1}, 0) = {<<>>}
  /\ BoundedSeq({1}, 2) = SeqOf({1}, 2)
  /\ <<1, 2>> \in BoundedSeq(1 .. 3, 2) /\ <<1, 2, 3>> \notin BoundedSeq(1 .. 3, 2)

ASSUME Elements ==
  /\ Contains(<<1, 2>>, 2) /\ ~Contains(<<1, 2>>, 3) /\ ~Contains(<<>>, 1)
  /\ IsSorted(<<>>, <) /\ IsSorted(<<1, 1, 2>>, <=) /\ ~IsSorted(<<1, 1, 2>>, <)
  /\ ~IsSorted(<<1, 2, 0>>, LAMBDA x, y : x - y \in {-1, 2})
  /\ Reverse(<<>>) = <<>> /\ Reverse(<<1, 2, 3>>) = <<3, 2, 1>> /\ Reverse("") = <<>>
  /\ Remove(<<1, 2, 1>>, 1) = <<2>> /\ Remove(<<1>>, 2) = <<1>> /\ Remove(<<>>, 1) = <<>>
  /\ ReplaceAll(<<1, 2, 1>>, 1, 9) = <<9, 2, 9>> /\ ReplaceAll(<<>>, 1, 9) = <<>>

ASSUME Selections ==
  /\ SelectInSeq(<<1, 2, 3, 4>>, Even) = 2 /\ SelectInSeq(<<1, 3>>, Even) = 0 /\ SelectInSeq(<<>>, Even) = 0
  /\ SelectLastInSeq(<<1, 2, 3, 4, 5>>, Even) = 4 /\ SelectLastInSeq(<<1>>, Even) = 0
  /\ SelectInSubSeq(<<2, 1, 4, 6>>, 2, 4, Even) = 3 /\ SelectInSubSeq(<<2, 1>>, 2, 2, Even) = 0
  /\ SelectInSubSeq(<<2>>, 5, 4, Even) = 0 /\ SelectInSubSeq(<<>>, 1, 0, Even) = 0
  /\ SelectLastInSubSeq(<<2, 1, 4, 6>>, 1, 3, Even) = 3 /\ SelectLastInSubSeq(<<2, 1, 3>>, 2, 3, Even) = 0
  /\ SelectLastInSubSeq(<<2>>, 2, 1, Even) = 0
  \* Only what is looked at has to be comparable.
  /\ SelectInSeq(<<2, "a">>, Even) = 1 /\ SelectLastInSeq(<<"a", 2>>, Even) = 2

ASSUME Changes ==
  /\ InsertAt(<<1, 2>>, 1, 0) = <<0, 1, 2>> /\ InsertAt(<<1, 2>>, 3, 0) = <<1, 2, 0>>
  /\ InsertAt(<<>>, 1, 0) = <<0>>
  /\ ReplaceAt(<<1, 2>>, 2, 9) = <<1, 9>> /\ ReplaceAt(<<1, 2>>, 3, 9) = <<1, 2>>
  /\ RemoveAt(<<1, 2, 3>>, 1) = <<2, 3>> /\ RemoveAt(<<1, 2, 3>>, 3) = <<1, 2>> /\ RemoveAt(<<1>>, 1) = <<>>
  /\ RemoveFirst(<<1, 2, 1>>, 1) = <<2, 1>> /\ RemoveFirst(<<1>>, 2) = <<1>> /\ RemoveFirst(<<>>, 1) = <<>>
  /\ RemoveFirstMatch(<<1, 2, 4>>, Even) = <<1, 4>> /\ RemoveFirstMatch(<<1>>, Even) = <<1>>
  /\ RemoveFirstMatch(<<2, "a">>, Even) = <<"a">>
  /\ Cons(1, <<2>>) = <<1, 2>> /\ Cons(1, <<>>) = <<1>> /\ Snoc(1, <<2>>) = <<2, 1>>
  /\ Front(<<1, 2>>) = <<1>> /\ Front(<<1>>) = <<>> /\ Front(<<>>) = <<>> /\ Last(<<1, 2>>) = 2

ASSUME Ends ==
  /\ IsPrefix(<<>>, <<>>) /\ IsPrefix(<<1>>, <<1, 2>>) /\ ~IsPrefix(<<2>>, <<1, 2>>) /\ ~IsPrefix(<<1>>, <<>>)
  /\ IsPrefix("", "a") /\ IsPrefix("ab", "abc") /\ ~IsPrefix("b", "abc") /\ IsPrefix("a", "a")
  /\ IsStrictPrefix(<<>>, <<1>>) /\ ~IsStrictPrefix(<<1>>, <<1>>) /\ IsStrictPrefix("a", "ab")
  /\ IsSuffix(<<>>, <<1>>) /\ IsSuffix(<<2>>, <<1, 2>>) /\ ~IsSuffix(<<1>>, <<1, 2>>) /\ IsSuffix(<<1>>, <<1>>)
  /\ ~IsSuffix(<<1, 1>>, <<1>>)
  /\ IsStrictSuffix(<<2>>, <<1, 2>>) /\ ~IsStrictSuffix(<<1>>, <<1>>)
  /\ Prefixes(<<>>) = {<<>>} /\ Prefixes(<<1, 2>>) = {<<>>, <<1>>, <<1, 2>>} /\ Prefixes("ab") = {"", "a", "ab"}
  /\ Suffixes(<<>>) = {<<>>} /\ Suffixes(<<1, 2>>) = {<<>>, <<2>>, <<1, 2>>}
  /\ CommonPrefixes({<<1, 2>>, <<1, 3>>}) = {<<>>, <<1>>} /\ CommonPrefixes({}) = {}
  /\ CommonPrefixes({<<1>>, <<>>}) = {<<>>} /\ CommonPrefixes({"ab", "ac"}) = {"", "a"}
  /\ LongestCommonPrefix({<<1, 2>>, <<1, 3>>, <<1, 2, 3>>}) = <<1>> /\ LongestCommonPrefix({<<>>}) = <<>>
  /\ LongestCommonPrefix({<<1, 2>>}) = <<1, 2>> /\ LongestCommonPrefix({<<1>>, <<2>>}) = <<>>
  /\ LongestCommonPrefix({"abc", "abd"}) = "ab" /\ LongestCommonPrefix({"a"}) = "a"

ASSUME Folded ==
  /\ FoldSeq(LAMBDA x, y : 10 * y + x, 0, <<1, 2, 3>>) = 123 /\ FoldSeq(+, 5, <<>>) = 5
  /\ FoldLeft(-, 10, <<1, 2, 3>>) = 4 /\ FoldLeft(-, 10, <<>>) = 10
  /\ FoldLeft(LAMBDA x, y : x \o <<y>>, <<>>, <<3, 1, 2>>) = <<3, 1, 2>>
  /\ FoldRight(-, <<1, 2, 3>>, 10) = -8 /\ FoldRight(-, <<>>, 10) = 10
  /\ FoldRight(LAMBDA x, y : y \o <<x>>, <<3, 1, 2>>, <<>>) = <<2, 1, 3>>
  /\ FoldLeftDomain(LAMBDA x, i : 10 * x + i, 0, <<"a", "b", "c">>) = 123
  /\ FoldRightDomain(LAMBDA i, x : 10 * x + i, <<"a", "b", "c">>, 0) = 321
  /\ FoldLeftDomain(+, 1, <<>>) = 1 /\ FoldRightDomain(+, <<>>, 1) = 1
  /\ SeqMod(3, 3) = 3 /\ SeqMod(4, 3) = 1 /\ SeqMod(0, 3) = 3 /\ SeqMod(2, 3) = 2

ASSUME SequencesOfSequences ==
  /\ FlattenSeq(<<>>) = <<>> /\ FlattenSeq(<<<<1, 2>>, <<>>, <<3>>>>) = <<1, 2, 3>> /\ FlattenSeq(<<<<>>>>) = <<>>
  /\ FlattenSeq(<<"a", "bc">>) = "abc"
  /\ Zip(<<1, 2>>, <<"a", "b", "c">>) = <<<<1, "a">>, <<2, "b">>>> /\ Zip(<<>>, <<1>>) = <<>>
  /\ Interleave(<<1, 2>>, <<8, 9>>) = <<<<1>>, <<8>>, <<2>>, <<9>>>> /\ Interleave(<<>>, <<>>) = <<<<>>, <<>>>>
  /\ SubSeqs(<<>>) = {<<>>} /\ SubSeqs(<<1, 2, 3>>) = {<<>>, <<1>>, <<2>>, <<3>>, <<1, 2>>, <<2, 3>>, <<1, 2, 3>>}
  /\ SubSeqs("ab") = {"", "a", "b", "ab"}
  /\ AllSubSeqs(<<>>) = {<<>>} /\ AllSubSeqs(<<1, 2, 1>>)
       = {<<>>, <<1>>, <<2>>, <<1, 2>>, <<1, 1>>, <<2, 1>>, <<1, 2, 1>>}

ASSUME Replacements ==
  /\ IndexFirstSubSeq(<<1>>, <<1, 1, 1>>) = 1 /\ IndexFirstSubSeq(<<2, 1>>, <<1, 2, 1, 2, 1>>) = 2
  /\ IndexFirstSubSeq(<<>>, <<1>>) = 1 /\ IndexFirstSubSeq(<<>>, <<>>) = 1 /\ IndexFirstSubSeq("b", "abab") = 2
  /\ ReplaceSubSeqAt(2, <<8, 9>>, <<1>>, <<0, 1, 2>>) = <<0, 8, 9, 2>>
  /\ ReplaceSubSeqAt(1, <<>>, <<0, 1>>, <<0, 1>>) = <<>>
  /\ ReplaceFirstSubSeq(<<9>>, <<1>>, <<0, 1, 1>>) = <<0, 9, 1>> /\ ReplaceFirstSubSeq(<<9>>, <<5>>, <<0>>) = <<0>>
  /\ ReplaceFirstSubSeq(<<9>>, <<>>, <<0>>) = <<9, 0>> /\ ReplaceFirstSubSeq(<<9>>, <<>>, <<>>) = <<9>>
  /\ ReplaceFirstSubSeq(<<>>, <<1, 1>>, <<1, 1, 1>>) = <<1>>
  /\ ReplaceFirstSubSeq("xy", "b", "abab") = "axyab" /\ ReplaceFirstSubSeq("x", "", "ab") = "xab"
  /\ ReplaceFirstSubSeq("x", "c", "ab") = "ab" /\ ReplaceFirstSubSeq("", "ab", "abab") = "ab"
  /\ ReplaceAllSubSeqs(<<>>, <<>>, <<>>) = <<>> /\ ReplaceAllSubSeqs(<<4>>, <<>>, <<>>) = <<4>>
  /\ ReplaceAllSubSeqs(<<2>>, <<3>>, <<1, 3>>) = <<1, 2>> /\ ReplaceAllSubSeqs(<<3>>, <<3>>, <<1, 3>>) = <<1, 3>>
  /\ ReplaceAllSubSeqs(<<2, 2>>, <<1, 1>>, <<1, 1, 1>>) = <<2, 2, 1>>
  /\ ReplaceAllSubSeqs(<<7>>, <<>>, <<1, 2>>) = <<7, 1, 7, 2>> /\ ReplaceAllSubSeqs(<<7>>, <<5>>, <<>>) = <<>>
  /\ ReplaceAllSubSeqs(<<1, 1>>, <<1>>, <<1, 2, 1>>) = <<1, 1, 2, 1, 1>>
  /\ ReplaceAllSubSeqs("xy", "b", "abab") = "axyaxy" /\ ReplaceAllSubSeqs("x", "", "ab") = "xaxb"
  /\ ReplaceAllSubSeqs("x", "aa", "aaaa") = "xx" /\ ReplaceAllSubSeqs("x", "aa", "aaa") = "xa"
  /\ ReplaceAllSubSeqs("x", "", "") = "x" /\ ReplaceAllSubSeqs("", "a", "aba") = "b"

\* From Sequences, FiniteSetsExt, Functions, Bags and TLC.
ASSUME Names == /\ Len(Append(<<>>, 1)) = 1 /\ Max({1, 2}) = 2 /\ IsInjective(<<1, 2>>)
                /\ BagToSet(1 :> 2) = {1} /\ TLCEval(1) = 1 /\ -1 \in Int
=============================================================================
