------------------------------ MODULE MCPaxos ------------------------------
(* Finite instances of Paxos that keep its promises: MCPaxos.cfg is small,
   MCPaxosLarge.cfg large, MCPaxosSymmetric.cfg as large but for symmetry.
   The broken variants are in MCPaxosBroken. *)
EXTENDS Paxos, FiniteSets, TLC

Majorities == {Q \in SUBSET Acceptors : 2 * Cardinality(Q) > Cardinality(Acceptors)}

ASSUME QuorumsIntersect

(* Nobody is special among the acceptors, and no value is. *)
Symmetry == Permutations(Acceptors) \cup Permutations(Values)
=============================================================================
