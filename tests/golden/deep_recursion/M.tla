---- MODULE M ----
EXTENDS Naturals
VARIABLE x
RECURSIVE Sum(_)
Sum(n) == IF n = 0 THEN 0 ELSE n + Sum(n - 1)
sum[n \in Nat] == IF n = 0 THEN 0 ELSE n + sum[n - 1]
Init == x = Sum(100000)
Next == x' = sum[100000]
====
