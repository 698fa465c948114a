--------------------------- MODULE NumbersValues ----------------------------
\* What the operators of Bitwise, Combinatorics, DyadicRationals and Statistics give, worked out by hand.
EXTENDS Bitwise, Combinatorics, DyadicRationals, Statistics, Integers

\* DyadicRationals brings none of the names that it is made of.
Len(x) == x
Max(x) == x
Rational(n, d) == [num |-> n, den |-> d]

ASSUME Bits ==
  /\ (12 & 10) = 8 /\ (0 & 7) = 0 /\ (7 & 0) = 0 /\ (5 & 5) = 5 /\ (1073741824 & 1073741825) = 1073741824
  /\ (12 | 10) = 14 /\ (0 | 7) = 7 /\ (7 | 0) = 7 /\ (5 | 5) = 5 /\ (1 | 1073741824) = 1073741825
  /\ (12 ^^ 10) = 6 /\ (0 ^^ 7) = 7 /\ (7 ^^ 0) = 7 /\ (5 ^^ 5) = 0
  /\ Not(0) = 0 /\ Not(1) = 0 /\ Not(2) = 1 /\ Not(5) = 2 /\ Not(8) = 7 /\ Not(255) = 0
  /\ shiftR(0, 3) = 0 /\ shiftR(13, 0) = 13 /\ shiftR(13, 1) = 6 /\ shiftR(13, 3) = 1 /\ shiftR(13, 4) = 0
  /\ \A x, y \in 0 .. 20 : (x & y) + (x | y) = x + y /\ (x ^^ y) + (x & y) = (x | y)

ASSUME Choices ==
  /\ factorial[0] = 1 /\ factorial[1] = 1 /\ factorial[5] = 120 /\ factorial[12] = 479001600
  /\ choose(0, 0) = 1 /\ choose(5, 0) = 1 /\ choose(5, 5) = 1 /\ choose(5, 1) = 5 /\ choose(5, 4) = 5
  /\ choose(5, 2) = 10 /\ choose(10, 5) = 252 /\ choose(33, 16) = 1166803110
  /\ choose(3, 5) = 0 /\ choose(0, 1) = 0

ASSUME Fractions ==
  /\ Zero = Rational(0, 1) /\ One = Rational(1, 1)
  /\ IsDyadicRational(One) /\ IsDyadicRational(Rational(3, 8)) /\ ~IsDyadicRational(Rational(1, 3))
  /\ Half(One) = Rational(1, 2) /\ Half(Half(One)) = Rational(1, 4) /\ Half(Zero) = Zero
  /\ Half(Rational(2, 1)) = One /\ Half(Rational(6, 8)) = Rational(3, 8)
  /\ Add(Zero, One) = One /\ Add(One, Zero) = One /\ Add(Half(One), Half(One)) = One
  /\ Add(Rational(1, 2), Rational(1, 8)) = Rational(5, 8) /\ Add(Rational(1, 8), Rational(3, 8)) = Rational(1, 2)
  /\ Add(One, One) = Rational(2, 1) /\ Add(Rational(-1, 2), Rational(1, 2)) = Zero
  /\ PrettyPrint(Zero) = "0" /\ PrettyPrint(One) = "1" /\ PrettyPrint(Rational(3, 8)) = "3/8"

\* 0.95 and 0.99 quantiles of chi-square: 3.84 and 6.63 for one degree of freedom, 5.99 for two, 7.81 for three.
ASSUME Fits ==
  /\ ChiSquare(<<50, 50>>, <<50, 50>>, "0.05") /\ ChiSquare(<<50, 50>>, <<41, 59>>, "0.05")
  /\ ~ChiSquare(<<50, 50>>, <<40, 60>>, "0.05") /\ ChiSquare(<<50, 50>>, <<40, 60>>, "0.01")
  /\ ChiSquare(<<10, 10, 10>>, <<5, 10, 15>>, "0.05") /\ ~ChiSquare(<<10, 10, 10>>, <<4, 10, 16>>, "0.05")
  /\ ChiSquare(<<10, 10, 10, 10>>, <<16, 4, 11, 9>>, "0.05") /\ ~ChiSquare(<<10, 10, 10, 10>>, <<17, 3, 10, 10>>, "0.05")
  \* Only proportions count.
  /\ ChiSquare(<<1, 1>>, <<41, 59>>, "0.05") /\ ~ChiSquare(<<1, 1>>, <<40, 60>>, "0.05")
  /\ ChiSquare([a |-> 1, b |-> 3], [a |-> 26, b |-> 74], "0.5")
=============================================================================
