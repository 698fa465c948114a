------------------------------ MODULE Bounded ------------------------------
(* Two counters without end, cut off by a constraint. States outside of it are
   counted as generated and judged by the invariant, and go no further. *)
EXTENDS Naturals

VARIABLES x, y

Init == x = 0 /\ y = 0

Next == \/ x' = x + 1 /\ UNCHANGED y
        \/ y' = y + x /\ UNCHANGED x

Small == x + y <= 8

NotFar == x + y <= 16
=============================================================================
