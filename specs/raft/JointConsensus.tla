--------------------------- MODULE JointConsensus ---------------------------
(* Cluster membership changes in Raft, by joint consensus: section 6 of Diego
   Ongaro and John Ousterhout, "In Search of an Understandable Consensus Algorithm",
   USENIX Annual Technical Conference, 2014. A configuration is an entry of the log. A
   server goes by the latest one in its log, whether or not that is committed. From
   C_old the cluster goes to C_old,new, in which every decision needs a majority of
   both the old and the new servers, and only from there to C_new.           *)
EXTENDS Raft

CONSTANTS
  InitialCluster,  \* the servers at the beginning
  NewCluster,      \* the servers that shall take over
  NoOp             \* an entry that does nothing (section 8)

(* A configuration. While a change is under way the two are different. *)
Configurations == [old : {InitialCluster, NewCluster}, new : {InitialCluster, NewCluster}]

Stable(cluster) == [old |-> cluster, new |-> cluster]
IsJoint(c) == c.old # c.new

ASSUME /\ InitialCluster \subseteq Servers /\ NewCluster \subseteq Servers
       /\ Values = {NoOp} \cup Configurations

-----------------------------------------------------------------------------
(* Where in its log s finds the configuration that it goes by; 0: nowhere. *)
ConfigIndex(s) ==
  LET all == {i \in DOMAIN log[s] : log[s][i].value \in Configurations}
  IN  IF all = {} THEN 0 ELSE CHOOSE i \in all : \A j \in all : j <= i

Configuration(s) ==
  IF ConfigIndex(s) = 0 THEN Stable(InitialCluster) ELSE log[s][ConfigIndex(s)].value

(* Whose majorities s needs: those of one cluster, or of two. *)
Clusters(s) == {Configuration(s).old, Configuration(s).new}

IsMember(s) == \E C \in Clusters(s) : s \in C

ConfigIsCommitted(s) == ConfigIndex(s) <= commitIndex[s]

(* A server that is in neither cluster, as far as it knows, starts no election. It
   still votes, and takes the entries of a leader. *)
MemberTimeout(s) == IsMember(s) /\ Timeout(s)

(* The first step of a change: to both clusters. *)
FirstStep(from, to) == [old |-> from, new |-> to]

BeginChange(l) ==
  /\ Configuration(l) = Stable(InitialCluster)
  /\ AppendEntry(l, FirstStep(InitialCluster, NewCluster))

(* The second step waits until the first is committed. *)
MayEndChange(l) == ConfigIsCommitted(l)

EndChange(l) ==
  /\ IsJoint(Configuration(l))
  /\ MayEndChange(l)
  /\ AppendEntry(l, Stable(Configuration(l).new))

(* A leader that has entries of earlier terms can commit them once it has one of its
   own. Other commands of clients are left out: they change no configuration. *)
AppendNoOp(l) == LastTerm(l) \notin {0, currentTerm[l]} /\ AppendEntry(l, NoOp)

(* Whose majorities must have an entry before leader l commits it: in a change, those of
   both clusters. *)
CommittingClusters(l) == Clusters(l)

(* The leader is not in the new cluster, and the new cluster has taken over. *)
MustStepDown(l) ==
  /\ state[l] = "leader"
  /\ ~IsMember(l)
  /\ ConfigIsCommitted(l)

StepDown(l) ==
  /\ MustStepDown(l)
  /\ state' = [state EXCEPT ![l] = "follower"]
  /\ ForgetCounts(l)
  /\ UNCHANGED <<currentTerm, votedFor, log, commitIndex, sent>>

(* As in Raft, but for the configuration that each server goes by. *)
JointNext ==
  \/ \E s \in Servers : MemberTimeout(s) \/ Restart(s)
  \/ \E s, c \in Servers : RequestVote(s, c)
  \/ \E s \in Servers, t \in Terms : UpdateTerm(s, t)
  \/ ReceiveEntries
  \/ \E c \in Servers : BecomeLeader(c, Clusters(c))
  \/ \E l \in Servers : \E i \in DOMAIN log[l] : AdvanceCommitIndex(l, i, CommittingClusters(l))
  \/ \E l \in Servers : AppendNoOp(l) \/ BeginChange(l) \/ EndChange(l) \/ StepDown(l)

JointSpec == Init /\ [][JointNext]_vars

-----------------------------------------------------------------------------
(* The properties of Raft must hold through every step of a change, and this one:
   a leader that the change leaves out steps down once the change is committed. *)
LeaderStepsDown == \A l \in Servers : MustStepDown(l) ~> state[l] # "leader"

LiveSpec == JointSpec /\ \A l \in Servers : WF_vars(StepDown(l))

(* The whole way there: once it has begun a change that leaves it out, it is leader no
   more in the end, if entries arrive, and nobody waits for ever with what it can do. *)
LeftOutLeaderGoes ==
  \A l \in Servers : state[l] = "leader" /\ l \notin NewCluster /\ IsJoint(Configuration(l))
                       ~> state[l] # "leader"

ReceiveAll(s) == \E m \in sent : AppendEntries(s, m, 0, Len(m.log))
Commit(l)     == \E i \in DOMAIN log[l] : AdvanceCommitIndex(l, i, CommittingClusters(l))

FairSpec == LiveSpec /\ \A s \in Servers : /\ WF_vars(ReceiveAll(s))
                                            /\ WF_vars(Commit(s))
                                            /\ WF_vars(EndChange(s))
=============================================================================
