----------------------- MODULE MCPaxosFlexibleBroken -----------------------
(* Quorums of phase 1 that need not meet those of phase 2: as MCPaxosFlexible with
   three acceptors, but two of them are enough for phase 1. *)
EXTENDS Paxos, FiniteSets

AtLeast(n) == {Q \in SUBSET Acceptors : Cardinality(Q) >= n}
Ones == AtLeast(1)
Twos == AtLeast(2)

ASSUME ~QuorumsIntersect
=============================================================================
