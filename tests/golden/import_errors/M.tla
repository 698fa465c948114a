---- MODULE M ----
EXTENDS Naturals
CONSTANT C
VARIABLE x
A == INSTANCE Part WITH Nothing <- 1, c <- 1, d <- 2, op <- +
B == INSTANCE Part WITH c <- 1, c <- 2, d <- 3, op <- +
D == INSTANCE Part WITH c <- 1
E == INSTANCE Part WITH c <- x, d <- x', op <- LAMBDA p, q : p
F == INSTANCE Part WITH c <- 1, d <- [](x = 1), op <- LAMBDA p : p
G == INSTANCE Part WITH c <- 1, d <- x, op <- 3
H == INSTANCE Part WITH c <- LAMBDA p : p, d <- x, op <- +
Local == A!Hidden
op == INSTANCE Naturals
K == INSTANCE Part WITH c <- 1, d <- x
Taken == 1
INSTANCE Other
====
