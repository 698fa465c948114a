---- MODULE M ----
EXTENDS Naturals
CONSTANT 3
CONSTANT F(_, _
VARIABLE x y
Single = 3
Minus(a, b) == 1
- a == 0 - a
Parameters(1, b) == 1
Open(a, b == 1
SUBSET a == 2
I == INSTANCE 3
J == INSTANCE Naturals WITH 3 <- 4
H(+) == 1
RECURSIVE 4
K(\A) == 1
f[x] == 2
LOCAL 3
EXTENDS Sequences
USE 3 +
ASSUME
stray
a (+) 3 == 1
-. 3 == 1
- 3 == 1
L(_ SUBSET) == 1
USE ONLY
Z == 1
) 2
====
