---- MODULE Nested ----
A == 1
(* begins (* nests (* twice
B == 2
====
