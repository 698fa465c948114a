---- MODULE Assume ----
VARIABLE x
ASSUME x = 1
I == INSTANCE Part WITH c <- x, d <- x'
J == INSTANCE Part WITH c <- 1, d <- [](x = 1)
====
