---------------------------- MODULE LevelBound ----------------------------
(***************************************************************************)
(* A search bounded by the level: the constraint is judged at the level at *)
(* which a state is found. On the lasso that shows a violation, the state  *)
(* stands further back.                                                    *)
(***************************************************************************)
EXTENDS Naturals, Sequences, TLC, TLCExt

VARIABLE door

Left  == door = 0 /\ door' = 1
Right == door = 0 /\ door' = 2
Back  == door > 0 /\ door' = 0
Next  == Left \/ Right \/ Back

Spec == door = 0 /\ [][Next]_door /\ WF_door(Next) /\ SF_door(Left) /\ SF_door(Right)

Settles == <>[](door = 0)

Shallow == TLCGet("level") < 4
Short   == Len(Trace) < 4
===========================================================================
