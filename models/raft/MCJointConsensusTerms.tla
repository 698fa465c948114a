----------------------- MODULE MCJointConsensusTerms -----------------------
(* A change by joint consensus that goes on through three terms, with the properties of
   figure 3. s4 takes the place of s1.
   MCJointConsensusTerms.cfg: they hold.
   MCJointConsensusBrokenOldOnly.cfg: the leader counts copies among the old servers only;
   with two terms, as in MCJointConsensus, this does no harm.

   Both begin in the middle of the change: s3 is leader of term 1, everybody has C_old,new
   and knows that it is committed. The bounds leave out what can happen on the way there
   (MCJointConsensusReplace.cfg has it), restarts, elections that s1 and s4 start, and
   that a server learns of a later term otherwise than with a vote or with entries. A
   leader sends all that it has, and not a part of it. *)
EXTENDS MCJointConsensus

CONSTANT FirstLeader

TheChange == [term |-> 1, value |-> FirstStep(InitialCluster, NewCluster)]

(* The old servers have voted for the first leader, and all have answered it. *)
InitInChange ==
  /\ currentTerm = [s \in Servers |-> 1]
  /\ votedFor = [s \in Servers |-> IF s \in InitialCluster THEN FirstLeader ELSE None]
  /\ log = [s \in Servers |-> <<TheChange>>]
  /\ state = [s \in Servers |-> IF s = FirstLeader THEN "leader" ELSE "follower"]
  /\ commitIndex = [s \in Servers |-> 1]
  /\ votesGranted = [s \in Servers |-> {}]
  /\ matchIndex = [s \in Servers |-> IF s = FirstLeader
                                     THEN [r \in Servers |-> IF r = s THEN 0 ELSE 1]
                                     ELSE Nothing]
  /\ sent = {[term |-> 1, from |-> FirstLeader, log |-> <<TheChange>>, commit |-> 1]}

InChangeSpec == InitInChange /\ [][JointNext]_vars

(* Instead of MemberTimeout: only those that are in both clusters start elections. *)
TimeoutInBoth(s) == s \in InitialCluster \cap NewCluster /\ Timeout(s)

(* Instead of UpdateTerm. *)
LearnNoTerm(s, t) == FALSE

(* Instead of ReceiveEntries: with all that the leader has after prev. *)
ReceiveAllEntries == \E s \in Servers, m \in sent : \E prev \in 0..Len(m.log) :
                       AppendEntries(s, m, prev, Len(m.log))

(* Instead of CommittingClusters. Must violate LeaderCompleteness. *)
OldOnly(l) == {Configuration(l).old}
=============================================================================
