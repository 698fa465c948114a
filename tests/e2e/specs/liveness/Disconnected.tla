---------------------------- MODULE Disconnected ----------------------------
(* The graph of the relation Next has two components of which one is reached:
   the ring 10, 11 is in nobody's behavior, though Next has its steps. With
   InitBoth it is reached too, from a second initial state, and the violation
   has to start in that one. *)
EXTENDS Naturals

VARIABLE x

InitOne  == x = 0
InitBoth == x \in {0, 11}

Near == x \in 0..1 /\ x' = 1 - x
Far  == x \in 10..11 /\ x' = 21 - x

Next == Near \/ Far

Spec     == InitOne /\ [][Next]_x /\ WF_x(Next)
SpecBoth == InitBoth /\ [][Next]_x /\ WF_x(Next)

ZeroForEver == []<>(x = 0)
FarForEver  == []<>(x = 10)
NearOrFar   == []<>(x = 0) \/ []<>(x = 10)
=============================================================================
