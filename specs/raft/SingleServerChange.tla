------------------------- MODULE SingleServerChange -------------------------
(* Cluster membership changes in Raft, one server at a time: Diego Ongaro,
   "Consensus: Bridging Theory and Practice", dissertation, Stanford University,
   2014, section 4.1, with the correction that he published in 2015 ("bug in
   single-server membership changes", raft-dev, 10 July 2015). Any majority of a
   cluster and any of the same cluster with one server more have a server in
   common, so that no joint configuration is needed. But two leaders of different
   terms may change the same configuration in two ways, and of these two clusters
   the majorities need not meet: hence the correction, CommittedInTerm.

   Two things take one step here that take many in Raft.tla. An election: a
   candidate asks a smallest majority for its vote, and gets it. A server that
   copies a log: the leader sends all that the server lacks, and hears the answer.
   Left out with them are messages of leaders that have been deposed, elections
   that fail, and restarts: Raft.tla has all of these.                       *)
EXTENDS Raft

CONSTANTS
  InitialCluster,  \* the servers at the beginning
  Changes,         \* the clusters that an administrator may ask for, each once
  NoOp             \* an entry that does nothing

ASSUME /\ InitialCluster \subseteq Servers
       /\ Changes \subseteq SUBSET Servers
       /\ Values = {NoOp} \cup Changes

-----------------------------------------------------------------------------
Highest(S) == CHOOSE i \in S : \A j \in S : j <= i

(* Where in its log s finds the configuration that it goes by, the latest one; 0:
   nowhere. *)
ConfigIndex(s) ==
  LET all == {i \in DOMAIN log[s] : log[s][i].value # NoOp}
  IN  IF all = {} THEN 0 ELSE Highest(all)

Cluster(s) == IF ConfigIndex(s) = 0 THEN InitialCluster ELSE log[s][ConfigIndex(s)].value

(* c, who may be the leader of an earlier term, becomes leader by the votes of Q, its
   own among them, in the first term that is new to all of them. It begins with an
   entry that does nothing (section 8 of the paper). *)
Elect(c, Q) ==
  LET t == 1 + Highest({currentTerm[s] : s \in Q})
      entries == Append(log[c], [term |-> t, value |-> NoOp])
  IN  /\ c \in Q /\ t \in Terms
      /\ \A s \in Q : UpToDate(c, s)
      /\ currentTerm' = [s \in Servers |-> IF s \in Q THEN t ELSE currentTerm[s]]
      /\ votedFor' = [s \in Servers |-> IF s \in Q THEN c ELSE votedFor[s]]
      /\ state' = [s \in Servers |->
           IF s = c THEN "leader" ELSE IF s \in Q THEN "follower" ELSE state[s]]
      /\ log' = [log EXCEPT ![c] = entries]
      /\ matchIndex' = [s \in Servers |-> IF s \in Q THEN Nothing ELSE matchIndex[s]]
      /\ Sending(c, t, entries, commitIndex[c])
      /\ UNCHANGED <<commitIndex, votesGranted>>

SmallestMajorities(C) == {Q \in SUBSET C : Cardinality(Q) = Cardinality(C) \div 2 + 1}

(* s gets from the leader of its cluster, m.from, what it lacks: all after the last entry
   that they share. That it also learns what is committed is left out. *)
Replicate(s, m) ==
  /\ state[m.from] = "leader" /\ currentTerm[m.from] = m.term
  /\ s \in Cluster(m.from)
  /\ LET shared == Highest({i \in 0..Len(m.log) : PrefixMatches(s, m, i)})
     IN  AppendEntries(s, [m EXCEPT !.commit = 0], shared, Len(m.log))

(* The correction of 2015: a leader begins no change before it has committed an
   entry of its own term. *)
CommittedInTerm(l) == TermAt(log[l], commitIndex[l]) = currentTerm[l]

(* One server more or less, and one change at a time. *)
OneServer(C, D) == Cardinality(C \ D) + Cardinality(D \ C) = 1

ChangeCluster(l, C) ==
  /\ OneServer(Cluster(l), C)
  /\ ConfigIndex(l) <= commitIndex[l]
  /\ CommittedInTerm(l)
  /\ ClientRequest(l, C)

SingleNext ==
  \/ \E c \in Servers : \E Q \in SmallestMajorities(Cluster(c)) : Elect(c, Q)
  \/ \E s \in Servers, m \in sent : Replicate(s, m)
  \/ \E l \in Servers : \E i \in DOMAIN log[l] : AdvanceCommitIndex(l, i, {Cluster(l)})
  \/ \E l \in Servers, C \in Changes : ChangeCluster(l, C)

SingleSpec == Init /\ [][SingleNext]_vars
=============================================================================
