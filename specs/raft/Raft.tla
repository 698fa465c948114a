-------------------------------- MODULE Raft --------------------------------
(* The Raft consensus algorithm, after Diego Ongaro and John Ousterhout, "In
   Search of an Understandable Consensus Algorithm", USENIX Annual Technical
   Conference, 2014: sections 5.1 to 5.4, that is figures 2 and 3. Servers keep
   copies of one log of commands. They elect a leader, which puts the commands of
   clients in its own log and makes the others' logs like it. Messages may be
   lost, duplicated, and delivered late and in any order. Servers may stop and
   start again.

   How messages are represented. A message that may be sent may also be lost, so
   we take it that a leader sends whatever it may send, and that what has been
   sent can arrive at any later time, any number of times, or never. What the
   leader of a term may have sent is then any piece of its log, with its commit
   index: `sent' keeps these two, for every leader there has ever been, also when
   it has long been deposed. (A message from before the commit index rose tells
   less of it; so does one with fewer entries, and so does a restart.) An answer
   counts with its receiver from the moment it is given. That it takes time, or is
   lost, is the receiver taking its time, or never acting on it. An answer from an
   earlier term is ignored, as in the paper. A request for votes says nothing that
   cannot be read off the candidate while it is a candidate; once it is none, its
   request can make others learn its term (UpdateTerm) and waste a vote, of which
   we keep the former only.                                                   *)
EXTENDS Integers, Sequences, FiniteSets

CONSTANTS
  Servers,  \* the servers of the cluster
  Values,   \* the commands of clients; each is asked for once, by one leader
  MaxTerm,  \* terms are 1 to MaxTerm; the paper has no bound, a finite instance needs one
  None      \* stands for "no server"

ASSUME MaxTerm \in Nat /\ None \notin Servers

VARIABLES
  \* Durable state, written before a server answers (figure 2):
  currentTerm,   \* currentTerm[s]: the latest term that s has seen, at first 0
  votedFor,      \* votedFor[s]: who has the vote of s in that term
  log,           \* log[s]: a sequence of entries, the first of which has index 1
  \* Volatile state:
  state,         \* state[s]: "follower", "candidate" or "leader"
  commitIndex,   \* commitIndex[s]: how many entries s knows to be committed, and has applied
  votesGranted,  \* votesGranted[c]: who has voted for candidate c in its term
  matchIndex,    \* matchIndex[l][s]: up to where s has told leader l that their logs agree
  \* The network:
  sent           \* for every leader of every term: what it may have sent in that term

vars == <<currentTerm, votedFor, log, state, commitIndex, votesGranted, matchIndex, sent>>

Terms == 1..MaxTerm

Entries == [term : Terms, value : Values]

(* What the leader of a term may have sent: any piece of this log (AppendEntries). *)
Sent == [term : Terms, from : Servers, log : Seq(Entries), commit : Nat]

TypeOK == /\ currentTerm \in [Servers -> Terms \cup {0}]
          /\ votedFor \in [Servers -> Servers \cup {None}]
          /\ log \in [Servers -> Seq(Entries)]
          /\ state \in [Servers -> {"follower", "candidate", "leader"}]
          /\ \A s \in Servers : commitIndex[s] \in 0..Len(log[s])
          /\ votesGranted \in [Servers -> SUBSET Servers]
          /\ matchIndex \in [Servers -> [Servers -> Nat]]
          /\ sent \subseteq Sent

Nothing == [s \in Servers |-> 0]

Init == /\ currentTerm = [s \in Servers |-> 0]
        /\ votedFor = [s \in Servers |-> None]
        /\ log = [s \in Servers |-> <<>>]
        /\ state = [s \in Servers |-> "follower"]
        /\ commitIndex = [s \in Servers |-> 0]
        /\ votesGranted = [s \in Servers |-> {}]
        /\ matchIndex = [s \in Servers |-> Nothing]
        /\ sent = {}

-----------------------------------------------------------------------------
Max(a, b) == IF a < b THEN b ELSE a
Min(a, b) == IF a < b THEN a ELSE b

(* Section 5.2: more than half of a cluster. The actions that need it are given the
   configuration, a set of clusters, and need a majority of each. In this module
   there is one; in a membership change (section 6) there are two for a while. *)
IsQuorum(S, config) == \A C \in config : 2 * Cardinality(S \cap C) > Cardinality(C)

Everyone == {Servers}

(* The term of the i-th of these entries; before the first there is term 0. *)
TermAt(entries, i) == IF i = 0 THEN 0 ELSE entries[i].term
LastTerm(s) == TermAt(log[s], Len(log[s]))

(* The vote of s in term t: in a term that is new to it, it has not voted. *)
VoteIn(s, t) == IF t > currentTerm[s] THEN None ELSE votedFor[s]

(* s goes on as a follower in term t, with this vote. *)
Follow(s, t, vote) ==
  /\ currentTerm' = [currentTerm EXCEPT ![s] = t]
  /\ votedFor' = [votedFor EXCEPT ![s] = vote]
  /\ state' = [state EXCEPT ![s] = "follower"]

(* What leader l may send from now on in term t. *)
Sending(l, t, entries, commit) ==
  sent' = {m \in sent : m.term # t \/ m.from # l}
          \cup {[term |-> t, from |-> l, log |-> entries, commit |-> commit]}

(* s is neither candidate nor leader now, and no longer counts. *)
ForgetCounts(s) == /\ votesGranted' = [votesGranted EXCEPT ![s] = {}]
                   /\ matchIndex' = [matchIndex EXCEPT ![s] = Nothing]

-----------------------------------------------------------------------------
(* Section 5.2. s has heard nothing from a leader for too long: it starts an
   election in the next term, and votes for itself. *)
Timeout(s) ==
  /\ state[s] # "leader"
  /\ currentTerm[s] + 1 \in Terms
  /\ currentTerm' = [currentTerm EXCEPT ![s] = @ + 1]
  /\ votedFor' = [votedFor EXCEPT ![s] = s]
  /\ state' = [state EXCEPT ![s] = "candidate"]
  /\ votesGranted' = [votesGranted EXCEPT ![s] = {s}]
  /\ UNCHANGED <<log, commitIndex, matchIndex, sent>>

(* Section 5.4.1. The log of c is at least as up-to-date as that of s: it ends in
   a later term, or in the same term and is at least as long. *)
UpToDate(c, s) == \/ LastTerm(c) > LastTerm(s)
                  \/ LastTerm(c) = LastTerm(s) /\ Len(log[c]) >= Len(log[s])

(* RequestVote RPC: s gives its vote in the term of candidate c to c. *)
RequestVote(s, c) ==
  /\ state[c] = "candidate"
  /\ currentTerm[c] >= currentTerm[s]
  /\ VoteIn(s, currentTerm[c]) = None
  /\ UpToDate(c, s)
  /\ Follow(s, currentTerm[c], c)
  /\ votesGranted' = [votesGranted EXCEPT ![s] = {}, ![c] = @ \cup {s}]
  /\ matchIndex' = [matchIndex EXCEPT ![s] = Nothing]
  /\ UNCHANGED <<log, commitIndex, sent>>

(* Section 5.2. A candidate with the votes of a quorum becomes leader of its term. *)
BecomeLeader(c, config) ==
  /\ state[c] = "candidate"
  /\ IsQuorum(votesGranted[c], config)
  /\ state' = [state EXCEPT ![c] = "leader"]
  /\ votesGranted' = [votesGranted EXCEPT ![c] = {}]
  /\ Sending(c, currentTerm[c], log[c], commitIndex[c])
  /\ UNCHANGED <<currentTerm, votedFor, log, commitIndex, matchIndex>>

(* Section 5.1. Whoever learns of a later term moves on to it, and if it was
   candidate or leader, is so no longer. Any message may tell: a refusal, too. *)
UpdateTerm(s, t) ==
  /\ currentTerm[s] < t
  /\ \E r \in Servers : t <= currentTerm[r]
  /\ Follow(s, t, None)
  /\ ForgetCounts(s)
  /\ UNCHANGED <<log, commitIndex, sent>>

(* The commands that are, or were, in the log of some leader. *)
Requested == UNION {{m.log[i].value : i \in DOMAIN m.log} : m \in sent}

(* Leader l puts a new entry at the end of its log. *)
AppendEntry(l, v) ==
  LET entries == Append(log[l], [term |-> currentTerm[l], value |-> v])
  IN  /\ state[l] = "leader"
      /\ log' = [log EXCEPT ![l] = entries]
      /\ Sending(l, currentTerm[l], entries, commitIndex[l])
      /\ UNCHANGED <<currentTerm, votedFor, state, commitIndex, votesGranted, matchIndex>>

(* Section 5.3. A client asks leader l for command v. *)
ClientRequest(l, v) == v \notin Requested /\ AppendEntry(l, v)

(* The consistency check of section 5.3: the log of s has, before the new entries,
   the entry that the leader has there. *)
PrefixMatches(s, m, prev) ==
  prev <= Len(log[s]) /\ TermAt(log[s], prev) = TermAt(m.log, prev)

(* The log of s with the entries prev + 1 to last of m. What is there already stays,
   with all that follows it, unless it conflicts. *)
Merged(s, m, prev, last) ==
  IF \A i \in prev + 1..last : i <= Len(log[s]) /\ log[s][i].term = m.log[i].term
  THEN log[s]
  ELSE SubSeq(log[s], 1, prev) \o SubSeq(m.log, prev + 1, last)

(* AppendEntries RPC, as s receives it: prevLogIndex is prev, and the entries are
   those from prev + 1 to last; a heartbeat has none. *)
AppendEntries(s, m, prev, last) ==
  /\ s # m.from
  /\ m.term >= currentTerm[s]
  /\ PrefixMatches(s, m, prev)
  /\ Follow(s, m.term, VoteIn(s, m.term))
  /\ log' = [log EXCEPT ![s] = Merged(s, m, prev, last)]
  /\ commitIndex' = [commitIndex EXCEPT ![s] = Max(@, Min(m.commit, last))]
  /\ votesGranted' = [votesGranted EXCEPT ![s] = {}]
  /\ matchIndex' = [r \in Servers |->
       IF r = s THEN Nothing
       ELSE IF r = m.from /\ state[r] = "leader" /\ currentTerm[r] = m.term
       THEN [matchIndex[r] EXCEPT ![s] = Max(@, last)]
       ELSE matchIndex[r]]
  /\ UNCHANGED sent

(* Section 5.4.2. Only an entry of its own term does a leader commit by counting
   copies. Those before it are then committed with it. *)
MayCommit(l, i) == log[l][i].term = currentTerm[l]

(* Section 5.3. A quorum has entry i of leader l. *)
AdvanceCommitIndex(l, i, config) ==
  /\ state[l] = "leader"
  /\ i > commitIndex[l]
  /\ IsQuorum({l} \cup {s \in Servers : matchIndex[l][s] >= i}, config)
  /\ MayCommit(l, i)
  /\ commitIndex' = [commitIndex EXCEPT ![l] = i]
  /\ Sending(l, currentTerm[l], log[l], i)
  /\ UNCHANGED <<currentTerm, votedFor, log, state, votesGranted, matchIndex>>

(* The vote that is found after a restart. *)
StoredVote(s) == votedFor[s]

(* s stops, and starts again with what it has stored. In between it does nothing,
   which is as good as being slow. *)
Restart(s) ==
  /\ votedFor' = [votedFor EXCEPT ![s] = StoredVote(s)]
  /\ state' = [state EXCEPT ![s] = "follower"]
  /\ commitIndex' = [commitIndex EXCEPT ![s] = 0]
  /\ ForgetCounts(s)
  /\ UNCHANGED <<currentTerm, log, sent>>

ReceiveEntries ==
  \E s \in Servers, m \in sent : \E prev \in 0..Len(m.log) : \E last \in prev..Len(m.log) :
    AppendEntries(s, m, prev, last)

Next ==
  \/ \E s \in Servers : Timeout(s) \/ Restart(s)
  \/ \E s, c \in Servers : RequestVote(s, c)
  \/ \E s \in Servers, t \in Terms : UpdateTerm(s, t)
  \/ ReceiveEntries
  \/ \E l \in Servers, v \in Values : ClientRequest(l, v)
  \/ \E c \in Servers : BecomeLeader(c, Everyone)
  \/ \E l \in Servers : \E i \in DOMAIN log[l] : AdvanceCommitIndex(l, i, Everyone)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* The properties of figure 3. What has been sent tells who has been leader. *)
IsPrefix(p, q) == Len(p) <= Len(q) /\ p = SubSeq(q, 1, Len(p))

(* At most one leader can be elected in a given term. *)
ElectionSafety == \A m, n \in sent : m.term = n.term => m.from = n.from

(* A leader never overwrites or deletes entries in its log; it only appends. *)
LeaderAppendOnly ==
  [][\A s \in Servers :
       state[s] = "leader" /\ state'[s] = "leader" => IsPrefix(log[s], log'[s])]_vars

(* If two logs contain an entry with the same index and term, then the logs are
   identical in all entries up through the given index. *)
LogMatching ==
  \A s, r \in Servers : \A i \in 1..Min(Len(log[s]), Len(log[r])) :
    log[s][i].term = log[r][i].term => SubSeq(log[s], 1, i) = SubSeq(log[r], 1, i)

(* If an entry is committed in a given term, then it is in the logs of the leaders
   of all later terms. *)
LeaderCompleteness ==
  \A m, n \in sent : m.term < n.term => IsPrefix(SubSeq(m.log, 1, m.commit), n.log)

(* What servers have applied to their state machines, among them leaders that may
   have stopped since. *)
Applied(s) == SubSeq(log[s], 1, commitIndex[s])
AllApplied == {Applied(s) : s \in Servers} \cup {SubSeq(m.log, 1, m.commit) : m \in sent}

(* If a server has applied an entry at a given index, no other server ever applies
   a different entry for that index. *)
StateMachineSafety == \A p, q \in AllApplied : IsPrefix(p, q) \/ IsPrefix(q, p)
=============================================================================
