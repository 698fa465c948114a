--------------------------- MODULE LogicalClocks ---------------------------
(* Logical clocks, after Leslie Lamport, "Time, Clocks, and the Ordering of Events in
   a Distributed System", Communications of the ACM 21(7), 1978, sections "Logical
   Clocks" and "Ordering the Events Totally".                                  *)
EXTENDS Computation

ASSUME Processes \subseteq Int  \* so that processes are ordered

VARIABLE C  \* C[p][i]: the time that the clock of p gives to its i-th event

vars == <<events, C>>

TypeOK == /\ events \in Computations
          /\ C \in [Processes -> Seq(Nat)]
          /\ \A p \in Processes : DOMAIN C[p] = DOMAIN events[p]

Init == NothingYet /\ C = [p \in Processes |-> <<>>]

Time(e) == C[e[1]][e[2]]

Max(a, b) == IF a < b THEN b ELSE a

(* The time of the last event of p. *)
Last(p) == IF C[p] = <<>> THEN 0 ELSE C[p][Len(C[p])]

(* Rule IR1: each process increments its clock between any two successive events. *)
Tick(p) == Last(p) + 1

(* Rule IR2: a message carries the time of its sending, and who receives it sets his
   clock to more than that. *)
TickPast(p, m) == Max(Tick(p), Time(m) + 1)

(* Something happens in process p, and its clock gives it a time. *)
Step(p, what) ==
  /\ Happens(p, what)
  /\ C' = [C EXCEPT ![p] = Append(@, IF what.type = "receive" THEN TickPast(p, what.message)
                                                              ELSE Tick(p))]

Next == \E p \in Processes : \E what \in Possible(p) : Step(p, what)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* The Clock Condition: if a -> b then a has the earlier time. *)
ClockCondition == \A r \in HappenedBefore : Time(r[1]) < Time(r[2])

(* Its converse, which "we cannot expect to hold as well": concurrent events need not
   have equal times. *)
ConverseClockCondition ==
  LET before == HappenedBefore
  IN  \A a, b \in Events : Time(a) < Time(b) => <<a, b>> \in before

(* The relation => of the paper: a comes before b by its time, or, if their times are
   equal, by its process. *)
Before(a, b) == \/ Time(a) < Time(b)
                \/ Time(a) = Time(b) /\ a[1] < b[1]

(* => is a strict total order. *)
TotalOrder ==
  /\ \A a, b \in Events : Before(a, b) => ~Before(b, a)
  /\ \A a, b, c \in Events : Before(a, b) /\ Before(b, c) => Before(a, c)
  /\ \A a, b \in Events : a # b => Before(a, b) \/ Before(b, a)

(* => orders the events that -> orders in the same way. *)
ExtendsPartialOrder == \A r \in HappenedBefore : Before(r[1], r[2])
=============================================================================
