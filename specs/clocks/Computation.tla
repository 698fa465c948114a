---------------------------- MODULE Computation ----------------------------
(* The events of a distributed system and their partial order, after Leslie Lamport,
   "Time, Clocks, and the Ordering of Events in a Distributed System",
   Communications of the ACM 21(7), 1978, section "The Partial Ordering". Processes
   do things of their own, send messages to each other, and receive them: late, in
   any order, or never.                                                        *)
EXTENDS Integers, Sequences

CONSTANT Processes

VARIABLE events  \* events[p]: what has happened in process p, the oldest first

(* The i-th event of process p is known as <<p, i>>; so is a message, by the event
   of sending it. *)
Events == UNION {{p} \X DOMAIN events[p] : p \in Processes}

Event(e) == events[e[1]][e[2]]

Local      == [type |-> "local"]
SendTo(q)  == [type |-> "send", to |-> q]
Receipt(m) == [type |-> "receive", message |-> m]

Computations == [Processes -> Seq([type : {"local"}]
                                  \cup [type : {"send"}, to : Processes]
                                  \cup [type : {"receive"}, message : Processes \X Nat])]

(* No process has done anything yet. *)
NothingYet == events = [p \in Processes |-> <<>>]

(* The messages on their way to q. *)
UnderWay(q) == {m \in Events : /\ Event(m) = SendTo(q)
                               /\ \A e \in Events : Event(e) # Receipt(m)}

(* What process p may do next. *)
Possible(p) == {Local} \cup {SendTo(q) : q \in Processes \ {p}}
                       \cup {Receipt(m) : m \in UnderWay(p)}

(* Whether more happens. The paper sets no bound; a finite instance has to. *)
GoesOn == TRUE

(* It does so. *)
Happens(p, what) == GoesOn /\ events' = [events EXCEPT ![p] = Append(@, what)]

-----------------------------------------------------------------------------
(* a comes before b in the same process, or a sends a message that b receives: (1) and
   (2) of the definition of ->. *)
Leads(a, b) == (a[1] = b[1] /\ a[2] < b[2]) \/ Event(b) = Receipt(a)

(* The smallest transitive relation that contains R, a relation on S. (Steps by way of
   one element of S are added for each element in turn.) *)
RECURSIVE Closure(_, _)
Closure(R, S) ==
  IF S = {} THEN R
  ELSE LET via == CHOOSE x \in S : TRUE
           into == {r \in R : r[2] = via}
           from == {r \in R : r[1] = via}
       IN  Closure(R \cup {<<r[1], s[2]>> : r \in into, s \in from}, S \ {via})

(* The relation -> of the paper, "happened before", as the set of its pairs. *)
HappenedBefore == Closure({p \in Events \X Events : Leads(p[1], p[2])}, Events)

-----------------------------------------------------------------------------
(* The three things the definition asks of ->. *)
SatisfiesDefinition ==
  LET before == HappenedBefore
  IN  /\ \A p \in Processes : \A i, j \in DOMAIN events[p] :
           i < j => <<<<p, i>>, <<p, j>>>> \in before
      /\ \A e \in Events : Event(e).type = "receive" => <<Event(e).message, e>> \in before
      /\ \A r, s \in before : r[2] = s[1] => <<r[1], s[2]>> \in before

(* No event happens before itself. *)
Irreflexive == \A e \in Events : <<e, e>> \notin HappenedBefore

(* -> is a strict partial order: irreflexive, and transitive by its definition. *)
PartialOrder == Irreflexive /\ SatisfiesDefinition
=============================================================================
