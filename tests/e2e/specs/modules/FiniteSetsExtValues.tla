------------------------ MODULE FiniteSetsExtValues -------------------------
\* What the operators of Folds and FiniteSetsExt give, worked out by hand. Also: which names FiniteSetsExt brings.
EXTENDS FiniteSetsExt, Sequences

First(S) == CHOOSE x \in S : TRUE
Prepend(x, s) == <<x>> \o s

ASSUME Fold ==
  /\ MapThenFoldSet(LAMBDA x, y : x \cup y, {}, LAMBDA x : {{x}}, First, {1, 2}) = {{1}, {2}}
  /\ MapThenFoldSet(Prepend, <<0>>, LAMBDA x : 10 * x, First, {3, 1, 2}) = <<10, 20, 30, 0>>
  /\ MapThenFoldSet(Prepend, <<>>, LAMBDA x : x, LAMBDA S : CHOOSE x \in S : \A y \in S : x >= y, 1 .. 3)
       = <<3, 2, 1>>
  /\ MapThenFoldSet(Prepend, "base", LAMBDA x : x, First, {}) = "base"
  \* What comes after an element that decides is not looked at.
  /\ MapThenFoldSet(LAMBDA x, y : x \/ y, FALSE, LAMBDA x : 1 \div (x - 1) > 0, LAMBDA S : 2, {1, 2})
  /\ FoldSet(Prepend, <<0>>, {3, 1, 2}) = <<3, 2, 1, 0>>
  /\ FoldSet(Prepend, <<>>, {"b", "a"}) \in {<<"b", "a">>, <<"a", "b">>}
  /\ FoldSet(LAMBDA x, y : x + y, 0, 0 .. 10) = 55
  /\ FoldSet(LAMBDA S, n : n + Cardinality(S), 0, SUBSET {1, 2, 3}) = 12
  /\ FoldSet(LAMBDA f, T : T \cup {f[1]}, {}, [1 .. 2 -> {5, 6}]) = {5, 6}
  /\ FoldSet(LAMBDA x, y : x, 7, {}) = 7
  /\ FoldSet(LAMBDA x, y : FoldSet(LAMBDA u, v : x * u + v, y, {1, 2}), 0, {1, 10}) = 33
  /\ ReduceSet(Prepend, {3, 1, 2}, <<0>>) = <<3, 2, 1, 0>>

ASSUME Sums ==
  /\ SumSet({}) = 0 /\ SumSet({5}) = 5 /\ SumSet(-3 .. 4) = 4
  /\ ProductSet({}) = 1 /\ ProductSet({0, 7}) = 0 /\ ProductSet(1 .. 6) = 720
  /\ MapThenSumSet(LAMBDA e : e.n, {[n |-> 0], [n |-> 1], [n |-> 2]}) = 3
  /\ MapThenSumSet(LAMBDA e : 1, {"x", "y"}) = 2
  /\ MapThenSumSet(LAMBDA e : e, {}) = 0

ASSUME Sets ==
  /\ FlattenSet({{1, 2}, {2, 3}, {}}) = {1, 2, 3} /\ FlattenSet({}) = {} /\ FlattenSet({{}}) = {}
  /\ SymDiff({1, 2, 3}, {2, 3, 4}) = {1, 4} /\ SymDiff({}, {1}) = {1} /\ SymDiff({1}, {1}) = {}
  /\ Quantify(1 .. 9, LAMBDA n : n % 2 = 0) = 4 /\ Quantify({}, LAMBDA n : n) = 0
  /\ Quantify(SUBSET (1 .. 4), LAMBDA S : Cardinality(S) = 2) = 6

ASSUME Subsets ==
  /\ kSubset(2, 1 .. 3) = {{1, 2}, {1, 3}, {2, 3}}
  /\ kSubset(0, {1, 2}) = {{}} /\ kSubset(0, {}) = {{}} /\ kSubset(2, {1, 2}) = {{1, 2}}
  /\ kSubset(3, {1, 2}) = {} /\ kSubset(-1, {1, 2}) = {}
  /\ kSubset(1, {"a", "b"}) = {{"a"}, {"b"}}
  /\ Cardinality(kSubset(5, 1 .. 12)) = 792
  /\ {1, 3} \in kSubset(2, 1 .. 3) /\ {1, 4} \notin kSubset(2, 1 .. 3)

ASSUME Extremes ==
  /\ Max({3}) = 3 /\ Max({-5, 2, 1}) = 2 /\ Max(2 .. 9) = 9
  /\ Min({3}) = 3 /\ Min({-5, 2, 1}) = -5 /\ Min(2 .. 9) = 2

ASSUME Chosen ==
  /\ Choices({}) = {{}}
  /\ Choices({{1, 2}, {3}}) = {{1, 3}, {2, 3}}
  /\ Choices({{1, 2}, {2, 3}, {5}}) = {{1, 2, 5}, {1, 3, 5}, {2, 3, 5}, {2, 5}}
  /\ Choices({{}, {1}}) = {}
  /\ ChooseUnique({2, 3, 4, 5}, LAMBDA x : x % 3 = 1) = 4

\* From Integers, FiniteSets and Functions.
ASSUME Names == -1 \in Int /\ Cardinality({1}) = 1 /\ Range(<<1, 1>>) = {1}
=============================================================================
