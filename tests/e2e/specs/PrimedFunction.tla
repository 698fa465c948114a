--------------------------- MODULE PrimedFunction ---------------------------
(***************************************************************************)
(* A primed function reads the next state, also before every variable has  *)
(* its value (departure 26).                                               *)
(***************************************************************************)
EXTENDS Naturals

VARIABLES low, high

Above == [n \in 0 .. 3 |-> low > n]

Init == low = 0 /\ high = 0

Early == low' = 1 /\ Above'[0] /\ high' = 1
Never == low' = 2 /\ ~Above'[0] /\ high' = 2
Late  == low' = 3 /\ high' = 3 /\ Above'[2]

Next == Early \/ Never \/ Late
=============================================================================
