--------------------------- MODULE BagsExtValues ----------------------------
\* What the operators of BagsExt give, worked out by hand.
EXTENDS BagsExt, TLC, Naturals, Sequences

B == (1 :> 2) @@ (2 :> 1) @@ (3 :> 3)
First(S) == CHOOSE x \in S : TRUE

\* BagsExt brings none of the names of Bags, Integers and Folds.
EmptyBag == <<>>
MapThenFoldSet(x) == x
Int == {0}

ASSUME Copies ==
  /\ BagAdd(EmptyBag, 1) = (1 :> 1) /\ BagAdd(B, 1) = (1 :> 3) @@ (2 :> 1) @@ (3 :> 3)
  /\ BagAdd((5 :> 2), 4) = (4 :> 1) @@ (5 :> 2)
  /\ BagRemove(B, 1) = (1 :> 1) @@ (2 :> 1) @@ (3 :> 3) /\ BagRemove(B, 2) = (1 :> 2) @@ (3 :> 3)
  /\ BagRemove(B, 4) = B /\ BagRemove((1 :> 1), 1) = EmptyBag /\ BagRemove(EmptyBag, 1) = EmptyBag
  /\ BagRemoveAll(B, 1) = (2 :> 1) @@ (3 :> 3) /\ BagRemoveAll(B, 4) = B
  /\ BagRemoveAll((1 :> 7), 1) = EmptyBag

ASSUME Folds ==
  /\ FoldBag(LAMBDA x, y : x + y, 0, B) = 13 /\ FoldBag(LAMBDA x, y : x + y, 100, B) = 113
  /\ FoldBag(LAMBDA x, y : Append(x, y), <<>>, B) = <<1, 1, 2, 3, 3, 3>>
  /\ FoldBag(LAMBDA x, y : x, 5, EmptyBag) = 5
  /\ SumBag(B) = 13 /\ SumBag(EmptyBag) = 0 /\ ProductBag(B) = 54 /\ ProductBag(EmptyBag) = 1
  /\ MapThenFoldBag(LAMBDA x, y : x + y, 0, LAMBDA x : 1, First, B) = 6
  \* Each element begins with the base again.
  /\ MapThenFoldBag(LAMBDA x, y : x + y, 100, LAMBDA x : x, First, (1 :> 2) @@ (2 :> 1)) = 304
  /\ MapThenFoldBag(LAMBDA x, y : x \o y, <<>>, LAMBDA x : <<x>>, First, B) = <<1, 1, 2, 3, 3, 3>>
  /\ MapThenFoldBag(LAMBDA x, y : x, 7, LAMBDA x : x, First, EmptyBag) = 7
=============================================================================
