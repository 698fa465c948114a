---------------------------- MODULE VectorClocks ----------------------------
(* Vector clocks, after Colin Fidge, "Timestamps in Message-Passing Systems That
   Preserve the Partial Ordering", Proceedings of the 11th Australian Computer Science
   Conference, 1988, and Friedemann Mattern, "Virtual Time and Global States of
   Distributed Systems", Parallel and Distributed Algorithms, 1989. They tell what
   the logical clocks of LogicalClocks do not: which events are concurrent.      *)
EXTENDS Computation

VARIABLE V  \* V[p][i]: the vector that p gives to its i-th event, a number for each process

vars == <<events, V>>

TypeOK == /\ events \in Computations
          /\ V \in [Processes -> Seq([Processes -> Nat])]
          /\ \A p \in Processes : DOMAIN V[p] = DOMAIN events[p]

Init == NothingYet /\ V = [p \in Processes |-> <<>>]

Vector(e) == V[e[1]][e[2]]

Max(a, b) == IF a < b THEN b ELSE a

(* The vector of the last event of p. *)
Last(p) == IF V[p] = <<>> THEN [q \in Processes |-> 0] ELSE V[p][Len(V[p])]

(* What p knows once it has heard of vector v: of each process, the later. *)
Merge(v, w) == [q \in Processes |-> Max(v[q], w[q])]

(* Each process counts its own events, and learns from messages of those of others. *)
Step(p, what) ==
  LET known == IF what.type = "receive" THEN Merge(Last(p), Vector(what.message)) ELSE Last(p)
  IN  /\ Happens(p, what)
      /\ V' = [V EXCEPT ![p] = Append(@, [known EXCEPT ![p] = @ + 1])]

Next == \E p \in Processes : \E what \in Possible(p) : Step(p, what)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* v < w: nowhere greater, and not the same. *)
Less(v, w) == v # w /\ \A p \in Processes : v[p] <= w[p]

(* a -> b if, and only if, V(a) < V(b). *)
Forward  == \A r \in HappenedBefore : Less(Vector(r[1]), Vector(r[2]))
Backward == LET before == HappenedBefore
            IN  \A a, b \in Events : Less(Vector(a), Vector(b)) => <<a, b>> \in before
=============================================================================
