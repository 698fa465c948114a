---------------------------- MODULE OpposedLocks ----------------------------
(* Two processes take the same two locks in opposite order: a deadlock. *)
EXTENDS Naturals, Sequences

VARIABLES owner, taken

Order(p) == IF p = 1 THEN <<"left", "right">> ELSE <<"right", "left">>

Init == owner = [lock \in {"left", "right"} |-> 0] /\ taken = [p \in {1, 2} |-> 0]

Take(p) == LET lock == Order(p)[taken[p] + 1]
           IN  /\ taken[p] < 2
               /\ owner[lock] = 0
               /\ owner' = [owner EXCEPT ![lock] = p]
               /\ taken' = [taken EXCEPT ![p] = @ + 1]

Drop(p) == /\ taken[p] = 2
           /\ owner' = [lock \in DOMAIN owner |-> 0]
           /\ taken' = [taken EXCEPT ![p] = 0]

Next == \E p \in {1, 2} : Take(p) \/ Drop(p)
=============================================================================
