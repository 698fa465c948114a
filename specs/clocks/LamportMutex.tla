---------------------------- MODULE LamportMutex ----------------------------
(* Mutual exclusion without a central authority, after Leslie Lamport, "Time,
   Clocks, and the Ordering of Events in a Distributed System", Communications
   of the ACM 21(7), 1978: the algorithm of five rules in the section "Ordering
   the Events Totally". Processes ask for one resource, and are granted it one
   at a time, in the order of their requests.

   The paper assumes, and so do we, that the messages from one process to
   another arrive, and in the order in which they were sent.                  *)
EXTENDS Integers, Sequences

CONSTANTS
  Processes,  \* integers, so that they are ordered
  First       \* the process that holds the resource at the beginning

ASSUME Processes \subseteq Int /\ First \in Processes

VARIABLES
  clock,    \* clock[p]: the logical clock of p
  status,   \* status[p]: "idle", "waiting" for the resource, or "holding" it
  queue,    \* queue[p]: the request queue of p, a set of requests
  heard,    \* heard[p][q]: the timestamp of the last message that p has received from q
  channel   \* channel[p][q]: the messages from p that q has yet to receive

vars == <<clock, status, queue, heard, channel>>

(* A request is the event of sending it: when, and by whom. *)
Requests == [time : Nat, from : Processes]

Messages == [type : {"request", "acknowledge", "release"}, time : Nat]

TypeOK == /\ clock \in [Processes -> Nat]
          /\ status \in [Processes -> {"idle", "waiting", "holding"}]
          /\ queue \in [Processes -> SUBSET Requests]
          /\ heard \in [Processes -> [Processes -> Nat]]
          /\ channel \in [Processes -> [Processes -> Seq(Messages)]]

(* As in the paper, every queue begins with the request of the first holder,
   with a timestamp less than any clock. *)
Init == /\ clock = [p \in Processes |-> 1]
        /\ status = [p \in Processes |-> IF p = First THEN "holding" ELSE "idle"]
        /\ queue = [p \in Processes |-> {[time |-> 0, from |-> First]}]
        /\ heard = [p \in Processes |-> [q \in Processes |-> 0]]
        /\ channel = [p \in Processes |-> [q \in Processes |-> <<>>]]

-----------------------------------------------------------------------------
(* The total order => of the paper: by time, and equal times by process. *)
Before(r, s) == r.time < s.time \/ (r.time = s.time /\ r.from < s.from)

Max(a, b) == IF a < b THEN b ELSE a

(* The clock of p at its next event (rule IR1). *)
Tick(p) == clock[p] + 1

(* The clock of p when it receives m: past its own time, and past the time at
   which m was sent (rule IR2). *)
TickPast(p, m) == Max(clock[p], m.time) + 1

(* The channels once p has sent m to every other process. *)
ToOthers(p, m) == [channel EXCEPT ![p] =
                     [q \in Processes |-> IF q = p THEN @[q] ELSE Append(@[q], m)]]

(* Which of the messages from p may reach q next: with channels that keep order,
   the first. *)
Arriving(p, q) == {i \in DOMAIN channel[p][q] : i = 1}

(* The sequence without its i-th element. *)
Without(seq, i) == SubSeq(seq, 1, i - 1) \o SubSeq(seq, i + 1, Len(seq))

(* The queue of q once the requests of p are removed from it. *)
Withdrawn(q, p) == {r \in queue[q] : r.from # p}

(* Whether p may still ask. The paper sets no bound; a finite instance has to. *)
MayAsk(p) == TRUE

(* Rule 1. To ask for the resource, p sends a request to every other process and
   puts it on its own queue. *)
Request(p) ==
  LET now == Tick(p)
  IN  /\ status[p] = "idle" /\ MayAsk(p)
      /\ status' = [status EXCEPT ![p] = "waiting"]
      /\ clock' = [clock EXCEPT ![p] = now]
      /\ queue' = [queue EXCEPT ![p] = @ \cup {[time |-> now, from |-> p]}]
      /\ channel' = ToOthers(p, [type |-> "request", time |-> now])
      /\ UNCHANGED heard

(* q receives the i-th message from p; its answer, if any, is a sequence. *)
Receive(q, p, i, answer) ==
  LET m == channel[p][q][i]
  IN  /\ clock' = [clock EXCEPT ![q] = TickPast(q, m)]
      /\ heard' = [heard EXCEPT ![q][p] = m.time]
      /\ channel' = [channel EXCEPT ![p][q] = Without(@, i), ![q][p] = @ \o answer]
      /\ UNCHANGED status

(* Rule 2. q puts the request of p on its queue, and acknowledges it. *)
ReceiveRequest(q, p) ==
  \E i \in Arriving(p, q) :
    LET m == channel[p][q][i]
    IN  /\ m.type = "request"
        /\ queue' = [queue EXCEPT ![q] = @ \cup {[time |-> m.time, from |-> p]}]
        /\ Receive(q, p, i, <<[type |-> "acknowledge", time |-> TickPast(q, m)]>>)

(* An acknowledgement tells q nothing but that p has come so far. *)
ReceiveAcknowledgement(q, p) ==
  \E i \in Arriving(p, q) : /\ channel[p][q][i].type = "acknowledge"
                            /\ Receive(q, p, i, <<>>)
                            /\ UNCHANGED queue

(* Rule 3. p is done with the resource: it removes its request, and tells every
   other process. *)
Release(p) == /\ status[p] = "holding"
              /\ status' = [status EXCEPT ![p] = "idle"]
              /\ clock' = [clock EXCEPT ![p] = Tick(p)]
              /\ queue' = [queue EXCEPT ![p] = Withdrawn(p, p)]
              /\ channel' = ToOthers(p, [type |-> "release", time |-> Tick(p)])
              /\ UNCHANGED heard

(* Rule 4. q removes the request of p from its queue. *)
ReceiveRelease(q, p) ==
  \E i \in Arriving(p, q) : /\ channel[p][q][i].type = "release"
                            /\ queue' = [queue EXCEPT ![q] = Withdrawn(q, p)]
                            /\ Receive(q, p, i, <<>>)

(* Rule 5 (i). Request r comes before all others on the queue of p. *)
IsFirst(p, r) == \A s \in queue[p] : s = r \/ Before(r, s)

(* Rule 5 (ii). Everybody else has told p of a time later than request r, so that
   no request before r can still be on its way. *)
HeardFromAll(p, r) == \A q \in Processes \ {p} : heard[p][q] > r.time

(* Rule 5. p finds in its own queue that the resource is its own. It sends and
   receives nothing, so its clock need not tick. *)
Grant(p) == /\ status[p] = "waiting"
            /\ \E r \in queue[p] : r.from = p /\ IsFirst(p, r) /\ HeardFromAll(p, r)
            /\ status' = [status EXCEPT ![p] = "holding"]
            /\ UNCHANGED <<clock, queue, heard, channel>>

Next == \/ \E p \in Processes : Request(p) \/ Grant(p) \/ Release(p)
        \/ \E q \in Processes : \E p \in Processes \ {q} :
             \/ ReceiveRequest(q, p)
             \/ ReceiveAcknowledgement(q, p)
             \/ ReceiveRelease(q, p)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* Condition I of the paper: a process that holds the resource must release it
   before it can be granted to another process. *)
Exclusion == \A p, q \in Processes : status[p] = "holding" /\ status[q] = "holding" => p = q

(* Condition II: requests are granted in the order in which they are made. No
   pending request is before that of the holder. *)
GrantedInOrder ==
  \A p, q \in Processes : status[p] = "holding" /\ status[q] = "waiting" =>
    \A r \in queue[p], s \in queue[q] : r.from = p /\ s.from = q => Before(r, s)

(* Whoever wants the resource, or has it, has one request on its own queue. *)
OwnRequest == \A p \in Processes :
                LET mine == {r \in queue[p] : r.from = p}
                IN  /\ status[p] = "idle" <=> mine = {}
                    /\ \A r, s \in mine : r = s

(* Messages of one process to another are in the order of their times, none of
   which is ahead of the sender's clock. *)
ChannelsInOrder ==
  \A p, q \in Processes :
    /\ \A i, j \in DOMAIN channel[p][q] :
         i < j => channel[p][q][i].time < channel[p][q][j].time
    /\ \A i \in DOMAIN channel[p][q] : channel[p][q][i].time <= clock[p]

(* A clock moves forward, if it moves. *)
ClocksRise == [][\A p \in Processes : clock'[p] >= clock[p]]_clock

-----------------------------------------------------------------------------
(* What the paper takes for granted: messages are received in the end, and who
   is first in its own queue, and knows it, takes the resource. Nobody has to
   ask. *)
Receives(q, p) == \/ ReceiveRequest(q, p)
                  \/ ReceiveAcknowledgement(q, p)
                  \/ ReceiveRelease(q, p)

Responsive == /\ \A p \in Processes : WF_vars(Grant(p))
              /\ \A q \in Processes : \A p \in Processes \ {q} : WF_vars(Receives(q, p))

HoldersRelease == \A p \in Processes : WF_vars(Release(p))

ResponsiveSpec == Spec /\ Responsive
FairSpec       == ResponsiveSpec /\ HoldersRelease

EveryRequestGranted == \A p \in Processes : status[p] = "waiting" ~> status[p] = "holding"
EveryHolderReleases == \A p \in Processes : status[p] = "holding" ~> status[p] = "idle"

(* Condition III: if every process that is granted the resource eventually
   releases it, then every request is eventually granted. *)
GrantedIfReleased == EveryHolderReleases => EveryRequestGranted
=============================================================================
