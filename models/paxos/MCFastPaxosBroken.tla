------------------------- MODULE MCFastPaxosBroken -------------------------
(* Fast quorums that are no larger than classic ones: as MCFastPaxos with three
   acceptors, but two of them are a quorum in a fast round too. *)
EXTENDS FastPaxos, FiniteSets

Twos == {Q \in SUBSET Acceptors : Cardinality(Q) >= 2}

ASSUME ~QuorumRequirement
=============================================================================
