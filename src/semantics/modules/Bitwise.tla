------------------------------ MODULE Bitwise -------------------------------
\* Natural numbers as rows of bits.
LOCAL INSTANCE Integers

RECURSIVE _ & _, _ | _, _ ^^ _
x & y ==
  IF x = 0 \/ y = 0 THEN 0 ELSE (2 * ((x \div 2) & (y \div 2))) + ((x % 2) * (y % 2))
x | y ==
  IF x = 0 THEN y ELSE (2 * ((x \div 2) | (y \div 2))) + (IF x % 2 = 1 THEN 1 ELSE y % 2)
x ^^ y ==
  IF x = 0 THEN y ELSE (2 * ((x \div 2) ^^ (y \div 2))) + (IF x % 2 = y % 2 THEN 0 ELSE 1)

\* The other bits below the highest one of a.
RECURSIVE Not(_)
Not(a) == IF a = 0 THEN 0 ELSE (2 * Not(a \div 2)) + (1 - (a % 2))

\* n without its last pos bits.
shiftR(n, pos) == n \div (2 ^ pos)
=============================================================================
