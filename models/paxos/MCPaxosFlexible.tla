-------------------------- MODULE MCPaxosFlexible --------------------------
(* Flexible Paxos: Howard, Malkhi and Spiegelman, "Flexible Paxos: Quorum Intersection
   Revisited", OPODIS 2016. Only quorums of phase 1 have to meet those of phase 2.
   MCPaxosFlexible.cfg: three acceptors, all of which must promise, and one of which
   may choose. MCPaxosFlexibleEven.cfg: four acceptors, three to promise, half to
   choose; states that differ in who is who count as one. Two values, two ballots;
   larger parliaments are left out. *)
EXTENDS Paxos, FiniteSets, TLC

AtLeast(n) == {Q \in SUBSET Acceptors : Cardinality(Q) >= n}
Ones   == AtLeast(1)
Twos   == AtLeast(2)
Threes == AtLeast(3)

ASSUME QuorumsIntersect

Symmetry == Permutations(Acceptors) \cup Permutations(Values)
=============================================================================
