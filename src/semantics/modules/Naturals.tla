------------------------------ MODULE Naturals ------------------------------
\* The natural numbers. Synod evaluates every operator here itself; the definitions say what they mean.

\* A set with a first element and an injective successor function, with nothing in it but what these reach (Peano).
LOCAL IsNaturalNumbers(N) ==
  \E zero \in N : \E next \in [N -> N \ {zero}] :
    /\ \A m, n \in N : next[m] = next[n] => m = n
    /\ \A S \in SUBSET N : zero \in S /\ (\A n \in S : next[n] \in S) => S = N

Nat == CHOOSE N : IsNaturalNumbers(N)

\* The arithmetic of the integers; 0^0 and negative exponents have no value.
LOCAL Sum == CHOOSE f : TRUE
LOCAL Product == CHOOSE f : TRUE
LOCAL Power == CHOOSE f : TRUE
a + b == Sum[a, b]
a * b == Product[a, b]
a ^ b == Power[a, b]
a - b == CHOOSE c : c + b = a

a \leq b == \E c \in Nat : b = a + c
a \geq b == b \leq a
a < b == (a \leq b) /\ (a # b)
a > b == b < a

\* The integers from a to b, empty when a > b.
a .. b == CHOOSE S : \A i : i \in S <=> (a \leq i) /\ (i \leq b)

\* The quotient rounded down, and the remainder, which is never negative: a = b * (a \div b) + (a % b).
a \div b == CHOOSE q : \E r \in 0 .. (b - 1) : a = (b * q) + r
a % b == a - (b * (a \div b))
=============================================================================
