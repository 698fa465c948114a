------------------------------ MODULE MCPaxos ------------------------------
(* Finite instances of Paxos that keep its promises: MCPaxos.cfg is small,
   MCPaxosLarge.cfg large. The broken variants are in MCPaxosBroken. *)
EXTENDS Paxos, FiniteSets

Majorities == {Q \in SUBSET Acceptors : 2 * Cardinality(Q) > Cardinality(Acceptors)}

ASSUME QuorumsIntersect
=============================================================================
