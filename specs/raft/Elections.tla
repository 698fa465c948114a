------------------------------ MODULE Elections ------------------------------
(* The elections of Raft, and whether one ever succeeds: section 5.2 of Diego
   Ongaro and John Ousterhout, "In Search of an Understandable Consensus Algorithm",
   USENIX Annual Technical Conference, 2014. Servers time out, ask for votes, and give
   them. If they keep timing out together, the votes are split again and again. Raft
   draws election timeouts at random, so that sooner or later one server times out
   alone, and has collected its votes before the next does.

   Terms rise without end. They are only compared, so that we may count them from
   the lowest that a server is in: behaviours of ever-rising terms become finite.
   Logs stay as they are, and are only compared, too.                         *)
EXTENDS Integers, FiniteSets

CONSTANTS
  Servers,
  UpToDate(_, _),  \* UpToDate(c, s): the log of c is at least as up-to-date as that of s
  Gap,             \* nobody is more than so many terms ahead of the slowest
  None

VARIABLES
  term,          \* term[s]: the current term of s, counted from the lowest
  votedFor,      \* votedFor[s]: who has the vote of s in that term
  state,         \* state[s]: "follower", "candidate" or "leader"
  votesGranted   \* votesGranted[c]: who has voted for candidate c in its term

vars == <<term, votedFor, state, votesGranted>>

TypeOK == /\ term \in [Servers -> 0..Gap]
          /\ votedFor \in [Servers -> Servers \cup {None}]
          /\ state \in [Servers -> {"follower", "candidate", "leader"}]
          /\ votesGranted \in [Servers -> SUBSET Servers]

Init == /\ term = [s \in Servers |-> 0]
        /\ votedFor = [s \in Servers |-> None]
        /\ state = [s \in Servers |-> "follower"]
        /\ votesGranted = [s \in Servers |-> {}]

-----------------------------------------------------------------------------
IsQuorum(S) == 2 * Cardinality(S) > Cardinality(Servers)

(* Terms counted from the lowest of them. *)
FromLowest(terms) ==
  LET lowest == CHOOSE t \in {terms[s] : s \in Servers} : \A s \in Servers : t <= terms[s]
  IN  [s \in Servers |-> terms[s] - lowest]

Enter(s, t) == term' = FromLowest([term EXCEPT ![s] = t])

(* s has heard of no leader for too long, and stands for the next term. *)
Timeout(s) == /\ state[s] # "leader"
              /\ term[s] < Gap
              /\ Enter(s, term[s] + 1)
              /\ votedFor' = [votedFor EXCEPT ![s] = s]
              /\ state' = [state EXCEPT ![s] = "candidate"]
              /\ votesGranted' = [votesGranted EXCEPT ![s] = {s}]

MayVote(s, c) == /\ state[c] = "candidate"
                 /\ term[c] > term[s] \/ (term[c] = term[s] /\ votedFor[s] = None)
                 /\ UpToDate(c, s)

Vote(s, c) == /\ MayVote(s, c)
              /\ Enter(s, term[c])
              /\ votedFor' = [votedFor EXCEPT ![s] = c]
              /\ state' = [state EXCEPT ![s] = "follower"]
              /\ votesGranted' = [votesGranted EXCEPT ![s] = {}, ![c] = @ \cup {s}]

(* s learns of a later term, that of r, and is a follower in it. *)
UpdateTerm(s, r) == /\ term[r] > term[s]
                    /\ Enter(s, term[r])
                    /\ votedFor' = [votedFor EXCEPT ![s] = None]
                    /\ state' = [state EXCEPT ![s] = "follower"]
                    /\ votesGranted' = [votesGranted EXCEPT ![s] = {}]

Wins(c) == state[c] = "candidate" /\ IsQuorum(votesGranted[c])

BecomeLeader(c) == /\ Wins(c)
                   /\ state' = [state EXCEPT ![c] = "leader"]
                   /\ votesGranted' = [votesGranted EXCEPT ![c] = {}]
                   /\ UNCHANGED <<term, votedFor>>

(* A leader stops; when it comes back it is a follower. *)
Stop(l) == /\ state[l] = "leader"
           /\ state' = [state EXCEPT ![l] = "follower"]
           /\ UNCHANGED <<term, votedFor, votesGranted>>

Next == \/ \E s \in Servers : Timeout(s) \/ BecomeLeader(s) \/ Stop(s)
        \/ \E s, c \in Servers : Vote(s, c) \/ UpdateTerm(s, c)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* At most one leader in a term. *)
ElectionSafety == \A s, r \in Servers :
  state[s] = "leader" /\ state[r] = "leader" /\ term[s] = term[r] => s = r

HasLeader == \E s \in Servers : state[s] = "leader"

(* However often leaders stop, there is one again. *)
LeaderElected == []<>HasLeader

(* Messages arrive, of those who ask for votes, give them, or refuse; and a candidate
   that has won takes office. *)
MessagesArrive == /\ \A s, r \in Servers : WF_vars(Vote(s, r)) /\ WF_vars(UpdateTerm(s, r))
                  /\ \A s \in Servers : WF_vars(BecomeLeader(s))

(* Let whoever may time out again and again do so. That is not enough: votes may be
   split for ever. *)
FairSpec == Spec /\ MessagesArrive /\ \A s \in Servers : SF_vars(Timeout(s))

(* What random timeouts bring about, after some time that nobody knows: the timing
   requirement of section 5.6. Messages are fast, compared to the time between two
   timeouts. When a server times out, there is no leader to be heard, everybody knows
   the latest term, and every vote that can be given has been given, and counted. *)
Settled == ~HasLeader /\ \A s, c \in Servers : term[s] = term[c] /\ ~MayVote(s, c) /\ ~Wins(c)

TimeoutsApart == \A s \in Servers : Timeout(s) => Settled

EventualElectionSpec ==
  /\ Spec /\ MessagesArrive /\ <>[][TimeoutsApart]_vars
  /\ \A s \in Servers : SF_vars(Settled /\ Timeout(s))
=============================================================================
