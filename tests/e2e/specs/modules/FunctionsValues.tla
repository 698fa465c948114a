-------------------------- MODULE FunctionsValues ---------------------------
\* What the operators of Functions give, worked out by hand.
EXTENDS Functions, TLC

f == "a" :> 0 @@ "b" :> 1 @@ "c" :> 2

ASSUME Restrictions ==
  /\ Restrict(f, {"a", "c"}) = ("a" :> 0 @@ "c" :> 2) /\ Restrict(f, {}) = <<>>
  /\ Restrict(<<4, 5, 6>>, {2}) = (2 :> 5)
  /\ RestrictDomain(f, LAMBDA x : x # "b") = ("a" :> 0 @@ "c" :> 2)
  /\ RestrictDomain(<<>>, LAMBDA x : TRUE) = <<>>
  /\ RestrictValues(f, LAMBDA y : y \in {0, 2}) = ("a" :> 0 @@ "c" :> 2)
  /\ RestrictValues(<<0, 1, 2>>, LAMBDA y : y # 1) = (1 :> 0 @@ 3 :> 2)
  /\ IsRestriction([one |-> 1], [one |-> 1, two |-> 2])
  /\ IsRestriction([one |-> 1], [one |-> 1])
  /\ ~IsRestriction([one |-> 1, two |-> 2], [one |-> 1, two |-> 3])
  /\ ~IsRestriction([one |-> 1, two |-> 2], [two |-> 2])
  /\ IsRestriction(<<>>, <<1>>)

ASSUME Values ==
  /\ Range(f) = {0, 1, 2} /\ Range(<<>>) = {} /\ Range(<<1, 2, 1>>) = {1, 2}
  /\ Range([x \in 1 .. 5 |-> x \div 3]) = {0, 1}
  /\ Pointwise(f, "a" :> 1 @@ "b" :> 1 @@ "c" :> 3 @@ "d" :> 9, +) = ("a" :> 1 @@ "b" :> 2 @@ "c" :> 5)
  /\ Pointwise(<<>>, <<1>>, -) = <<>>

ASSUME Inverses ==
  /\ Inverse(f, DOMAIN f, {0, 2}) = (0 :> "a" @@ 2 :> "c")
  /\ Inverse(<<1, 1>>, {1, 2}, {1}) = <<1>>
  /\ Inverse(<<3>>, {5}, {4}) = (4 :> 5)
  /\ AntiFunction(f) = (0 :> "a" @@ 1 :> "b" @@ 2 :> "c")
  /\ AntiFunction(<<"y", "x">>) = ("x" :> 2 @@ "y" :> 1)
  /\ AntiFunction(<<3, 1, 2>>) = <<2, 3, 1>>
  /\ AntiFunction(<<>>) = <<>>

ASSUME Injective ==
  /\ IsInjective(<<>>) /\ IsInjective(<<3, 1, 2>>) /\ ~IsInjective(<<3, 1, 3>>)
  /\ IsInjective(f) /\ ~IsInjective(5 :> 0 @@ 6 :> 0)
  /\ IsInjective([x \in 1 .. 3 |-> 2 * x]) /\ ~IsInjective([x \in 0 .. 3 |-> x \div 2])

ASSUME Maps ==
  /\ Injection({1, 2}, {5, 6}) = {<<5, 6>>, <<6, 5>>} /\ Injection({}, {}) = {<<>>}
  /\ Injection({1, 2}, {5}) = {}
  /\ Surjection({1, 2}, {5}) = {<<5, 5>>} /\ Surjection({1}, {5, 6}) = {} /\ Surjection({}, {}) = {<<>>}
  /\ Surjection({1}, {}) = {} /\ Surjection({1, 2}, {5, 6}) = {<<5, 6>>, <<6, 5>>}
  /\ Bijection({1, 2}, {5, 6}) = {<<5, 6>>, <<6, 5>>} /\ Bijection({1}, {5, 6}) = {}
  /\ Bijection({}, {}) = {<<>>}
  /\ \A S, T \in {{}, {1}, {1, 2}, {3, 4, 5}} :
       /\ ExistsInjection(S, T) = (Injection(S, T) # {})
       /\ ExistsSurjection(S, T) = (Surjection(S, T) # {})
       /\ ExistsBijection(S, T) = (Bijection(S, T) # {})

ASSUME Folds ==
  /\ FoldFunction(LAMBDA x, y : {x} \cup y, {}, <<1, 2, 1>>) = {1, 2}
  /\ FoldFunction(LAMBDA x, y : 10 * y + x, 0, <<1, 2, 3>>) = 123
  /\ FoldFunction(LAMBDA x, y : 10 * y + x, 0, 7 :> 2 @@ 5 :> 1 @@ 9 :> 3) = 123
  /\ FoldFunction(LAMBDA x, y : x, 4, <<>>) = 4
  /\ FoldFunctionOnSet(LAMBDA x, y : 10 * y + x, 0, <<1, 2, 3>>, {3, 1}) = 13
  /\ FoldFunctionOnSet(LAMBDA x, y : {x} \cup y, {}, <<1, 2>>, {}) = {}
  /\ FoldFunctionOnSet(+, 100, f, {"c", "b"}) = 103
  /\ SumFunction(<<4, 5, 6>>) = 15 /\ SumFunction(<<>>) = 0 /\ SumFunction(f) = 3
  /\ SumFunctionOnSet(<<4, 5, 6>>, {1, 2}) = 9 /\ SumFunctionOnSet(<<4>>, {}) = 0

\* From Integers.
ASSUME Names == -1 \in Int
=============================================================================
