---- MODULE Prelude ----
EXTENDS Integers, SequencesExt, FiniteSets, Bags, BagsExt, Bitwise, Combinatorics, TLC
CONSTANTS a1, a2, a3, S
Lazy(c, p, q) == IF c THEN p ELSE q
Second(p, q) == q
Apply(F(_), p) == F(p)
Twice(F(_), p) == F(F(p))
Both(F(_, _), p, q) == F(p, F(q, p))
Few(T) == IF Cardinality(T) > 4 THEN {} ELSE T
At(f, p, d) == IF p \in DOMAIN f THEN f[p] ELSE d
First(q, d) == IF q = <<>> THEN d ELSE Head(q)
Rest(q) == IF q = <<>> THEN q ELSE Tail(q)
Pick(T, P(_), d) == IF \E e \in T : P(e) THEN CHOOSE e \in T : P(e) ELSE d
Fold(F(_, _), d, T) == LET fold[R \in SUBSET T] == IF R = {} THEN d ELSE LET e == CHOOSE w \in R : TRUE IN F(e, fold[R \ {e}])
  IN fold[T]
RECURSIVE Sum(_)
Sum(q) == IF q = <<>> THEN 0 ELSE Head(q) + Sum(Tail(q))
RECURSIVE Even(_), Odd(_)
Even(n) == IF n = 0 THEN TRUE ELSE Odd(n - 1)
Odd(n) == IF n = 0 THEN FALSE ELSE Even(n - 1)
fib[n \in 0..9] == IF n < 2 THEN n ELSE fib[n - 1] + fib[n - 2]
p ++ q == p + 2 * q
====
