---- MODULE Comment ----
A == 1
(* begins (* and nests *)
B == 2
====
