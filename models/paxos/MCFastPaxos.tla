---------------------------- MODULE MCFastPaxos ----------------------------
(* Two values, a fast round and then a classic one.
   MCFastPaxos.cfg: three acceptors; two are a classic quorum, all three a fast one.
   MCFastPaxosFour.cfg: four acceptors, three for either quorum.
   MCFastPaxosRounds.cfg: as the first, with a classic round before the fast one.
   The bounds leave out five acceptors, and coordinators that recover from a collision
   without a new phase 1. *)
EXTENDS FastPaxos, FiniteSets

AtLeast(n) == {Q \in SUBSET Acceptors : Cardinality(Q) >= n}
Twos   == AtLeast(2)
Threes == AtLeast(3)

ASSUME QuorumRequirement
=============================================================================
