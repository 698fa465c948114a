---- MODULE Fold ----
EXTENDS Integers, BagsExt, TLC
ASSUME MapThenFoldBag(LAMBDA x, y : x + y, 0, LAMBDA x : x, LAMBDA B : 1, (1 :> 2 @@ 5 :> 1)) = 7
ASSUME MapThenFoldBag(LAMBDA x, y : x + y, 0, LAMBDA x : 1, LAMBDA B : 1, (1 :> 0)) = 0
====
