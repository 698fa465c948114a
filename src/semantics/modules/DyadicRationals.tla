-------------------------- MODULE DyadicRationals ---------------------------
\* Fractions whose denominators are powers of two, as records of num and den.
LOCAL INSTANCE Integers
LOCAL INSTANCE Sequences
LOCAL INSTANCE TLC

LOCAL Rational(num, den) == [num |-> num, den |-> den]

\* The same number without the greatest common divisor.
LOCAL Reduce(p) ==
  LET divides(d) == (p.num % d = 0) /\ (p.den % d = 0)
      gcd == CHOOSE d \in 1 .. p.den : divides(d) /\ \A e \in (d + 1) .. p.den : ~divides(e)
  IN IF gcd = 1 THEN p ELSE Rational(p.num \div gcd, p.den \div gcd)

IsDyadicRational(r) == \E i \in 0 .. r.den : 2 ^ i = r.den

Zero == Rational(0, 1)
One == Rational(1, 1)

\* Of two powers of two, one is a multiple of the other.
Add(p, q) ==
  LET den == IF p.den \geq q.den THEN p.den ELSE q.den
  IN IF p = Zero THEN q
     ELSE Reduce(Rational((p.num * (den \div p.den)) + (q.num * (den \div q.den)), den))
Half(p) == Reduce(Rational(p.num, 2 * p.den))

PrettyPrint(p) ==
  CASE p = Zero -> "0"
    [] p = One -> "1"
    [] OTHER -> ToString(p.num) \o "/" \o ToString(p.den)
=============================================================================
