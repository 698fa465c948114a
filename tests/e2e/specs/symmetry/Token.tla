------------------------------- MODULE Token -------------------------------
(* A token goes from one process to another.  To symmetry all states are one,
   with a step to itself; what happens again and again shows only in the
   states themselves. *)
EXTENDS TLC

CONSTANT Processes

VARIABLE holder

Init == holder \in Processes
Pass == \E p \in Processes \ {holder} : holder' = p
Spec == Init /\ [][Pass]_holder /\ WF_holder(Pass)

EachHolds == \A p \in Processes : []<>(holder = p)
OneKeeps == \E p \in Processes : <>[](holder = p)

Symmetry == Permutations(Processes)
=============================================================================
