----------------------------- MODULE EmptyQueue -----------------------------
(* Serving a queue that may be empty: the guard stands after the Head that fails.
   Where nobody can be served by anybody, the same Head is never evaluated. *)
EXTENDS Naturals, Sequences

VARIABLES queue, served

Init == queue = <<"ann", "bob">> /\ served = {}

ServeByNobody == \E server \in {} : served' = {Head(queue), server} /\ UNCHANGED queue

Serve == /\ served' = served \cup {Head(queue)}
         /\ queue # <<>>
         /\ queue' = Tail(queue)

Next == ServeByNobody \/ Serve
=============================================================================
