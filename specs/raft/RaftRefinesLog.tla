--------------------------- MODULE RaftRefinesLog ---------------------------
(* Raft implements a replicated log: the same that Multi-Paxos implements. Diego Ongaro
   and John Ousterhout, "In Search of an Understandable Consensus Algorithm", USENIX
   Annual Technical Conference, 2014, say in section 2 that this is its purpose, and in
   section 5.3 how entries are committed and applied. What is chosen is what some
   leader has committed, now or in an earlier term; a server has applied what it knows
   to be committed. *)
EXTENDS Raft

CommandsOf(entries) == [i \in DOMAIN entries |-> entries[i].value]

(* The longest of the logs that leaders have committed. *)
Committed == CHOOSE p \in {SubSeq(m.log, 1, m.commit) : m \in sent} \cup {<<>>} :
               \A m \in sent : m.commit <= Len(p)

chosen  == CommandsOf(Committed)
applied == [s \in Servers |-> CommandsOf(Applied(s))]

Log == INSTANCE ReplicatedLog WITH Replicas <- Servers, Commands <- Values

RefinesLog == Log!Spec
=============================================================================
