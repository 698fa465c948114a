------------------------- MODULE AnomalousBehavior -------------------------
(* Events that are ordered outside of the system, after Leslie Lamport, "Time, Clocks,
   and the Ordering of Events in a Distributed System", Communications of the ACM
   21(7), 1978, section "Anomalous Behavior". Somebody makes a request at one computer,
   then telephones a friend, who makes another one at a second computer. The system
   knows nothing of the call, and may put the second request before the first.   *)
EXTENDS LogicalClocks

VARIABLE calls  \* pairs <<a, b>>: a telephone call about event a led to event b

callVars == <<events, C, calls>>

CallsTypeOK == TypeOK /\ calls \subseteq Events \X Events

CallsInit == Init /\ calls = {}

(* The time of an event of q that a call about event a leads to. The friend does not
   say at what time a happened. *)
TimeAfterCall(q, a) == Tick(q)

(* The paper's first remedy: he does, and the second request is given a later time. *)
TimeIfTold(q, a) == TickPast(q, a)

(* After event a in one process, a telephone call brings about an event in process q. *)
Call(a, q) ==
  /\ a[1] # q
  /\ Happens(q, Local)
  /\ C' = [C EXCEPT ![q] = Append(@, TimeAfterCall(q, a))]
  /\ calls' = calls \cup {<<a, <<q, Len(events'[q])>>>>}

CallsNext == \/ Next /\ UNCHANGED calls
             \/ \E a \in Events, q \in Processes : Call(a, q)

CallsSpec == CallsInit /\ [][CallsNext]_callVars

-----------------------------------------------------------------------------
(* The bold arrow of the paper: what happened before what, the calls included. *)
ReallyBefore ==
  Closure({p \in Events \X Events : Leads(p[1], p[2]) \/ p \in calls}, Events)

(* The Strong Clock Condition: what really happened before has the earlier time. *)
StrongClockCondition == \A r \in ReallyBefore : Time(r[1]) < Time(r[2])

(* The anomaly itself: a really happened before b, and is after b for the system. *)
NoAnomaly == \A r \in ReallyBefore : Before(r[1], r[2])
=============================================================================
