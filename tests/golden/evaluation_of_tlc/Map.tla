---- MODULE Map ----
EXTENDS Integers, TLC, TLCExt, Randomization, Reals
ASSUME (1 :> 2) @@ 3 = 1
====
