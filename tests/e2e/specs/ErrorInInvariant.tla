-------------------------- MODULE ErrorInInvariant --------------------------
(* An invariant that cannot be evaluated once the queue is empty. *)
EXTENDS Naturals, Sequences

VARIABLE queue

Init == queue = <<1, 2, 3>>

Next == queue # <<>> /\ queue' = Tail(queue)

FirstIsSmall == Head(queue) <= 3
=============================================================================
