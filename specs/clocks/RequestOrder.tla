---------------------------- MODULE RequestOrder ----------------------------
(* LamportMutex with a record of which requests happened before which, to state condition
   II of the paper (Leslie Lamport, "Time, Clocks, and the Ordering of Events in a
   Distributed System", Communications of the ACM 21(7), 1978, section "Ordering the
   Events Totally") to the letter: requests must be granted in the order in which they
   are made. That is, if request r happened before request s, then r is granted first.
   The record is not used by the algorithm. The messages carry it as luggage: with
   each goes what its sender had heard of.                                      *)
EXTENDS LamportMutex

VARIABLES
  past,     \* past[p]: the requests that happened before now, where p is; the first holder's too
  luggage,  \* luggage[p][q][i]: past[p] when p sent the i-th message in channel[p][q]
  ordered,  \* pairs <<r, s>>: request r happened before request s
  granted   \* the requests that have been granted

recorded == <<clock, status, queue, heard, channel, past, luggage, ordered, granted>>

RecordTypeOK == /\ past \in [Processes -> SUBSET Requests]
                /\ \A p, q \in Processes : /\ DOMAIN luggage[p][q] = DOMAIN channel[p][q]
                                           /\ \A i \in DOMAIN luggage[p][q] :
                                                luggage[p][q][i] \subseteq Requests
                /\ ordered \subseteq Requests \X Requests
                /\ granted \subseteq Requests

RecordInit == /\ Init
              /\ past = [p \in Processes |-> {[time |-> 0, from |-> First]}]
              /\ luggage = channel
              /\ ordered = {}
              /\ granted = {[time |-> 0, from |-> First]}

Own(p) == [time |-> clock'[p], from |-> p]

(* A process that sends to all others sends its past along. *)
Sent(p, what) == luggage' = [luggage EXCEPT ![p] =
                               [q \in Processes |-> IF q = p THEN @[q] ELSE Append(@[q], what)]]

RecordRequest(p) ==
  LET r == Own(p)
  IN  /\ Request(p)
      /\ past' = [past EXCEPT ![p] = @ \cup {r}]
      /\ Sent(p, past'[p])
      /\ ordered' = ordered \cup {<<s, r>> : s \in past[p]}
      /\ UNCHANGED granted

RecordRelease(p) == Release(p) /\ Sent(p, past[p]) /\ UNCHANGED <<past, ordered, granted>>

RecordGrant(p) == /\ Grant(p)
                  /\ granted' = granted \cup {r \in queue[p] : r.from = p}
                  /\ UNCHANGED <<past, luggage, ordered>>

(* q hears of the past of p, and sends its own along if it answers. *)
RecordReceipt(q, p) ==
  LET known   == past[q] \cup Head(luggage[p][q])
      answers == Len(channel'[q][p]) > Len(channel[q][p])
  IN  /\ Receives(q, p)
      /\ past' = [past EXCEPT ![q] = known]
      /\ luggage' = [luggage EXCEPT ![p][q] = Tail(@),
                                    ![q][p] = IF answers THEN Append(@, known) ELSE @]
      /\ UNCHANGED <<ordered, granted>>

RecordNext == \/ \E p \in Processes : RecordRequest(p) \/ RecordGrant(p) \/ RecordRelease(p)
              \/ \E q \in Processes : \E p \in Processes \ {q} : RecordReceipt(q, p)

RecordSpec == RecordInit /\ [][RecordNext]_recorded

-----------------------------------------------------------------------------
(* The record is accurate: who knows of a request has heard of it, and who holds the
   resource has been granted it. *)
RecordAccurate ==
  \A p \in Processes :
    /\ queue[p] \subseteq past[p]
    /\ status[p] = "holding" => {r \in queue[p] : r.from = p} \subseteq granted

(* Condition II: a request that happened before another is granted before it. *)
GrantedInTheOrderMade == \A o \in ordered : o[2] \in granted => o[1] \in granted

(* Clock Condition: a request that happened before another comes before it in the
   total order too. *)
OrderedByClock == \A o \in ordered : Before(o[1], o[2])
=============================================================================
