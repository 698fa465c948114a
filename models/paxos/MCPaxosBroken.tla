--------------------------- MODULE MCPaxosBroken ---------------------------
(* Broken variants of Paxos. Each configuration replaces one definition of Paxos
   by one of the definitions below, and must violate Agreement. *)
EXTENDS Paxos, FiniteSets

Majorities == {Q \in SUBSET Acceptors : 2 * Cardinality(Q) > Cardinality(Acceptors)}

(* Instead of Majorities: half of the acceptors are enough. Two halves need not
   meet, and each may choose a value of its own. *)
Halves == {Q \in SUBSET Acceptors : 2 * Cardinality(Q) >= Cardinality(Acceptors)}

(* Instead of Permitted: the proposer begins its ballot with whatever somebody
   has asked for, and ignores the votes that the acceptors have reported to it. *)
AnyProposed(b, Q) == proposed

(* Instead of NotBegun: two proposers share a ballot number, so that the ballot
   begins twice, perhaps with two values. *)
BeginAgain(b) == TRUE
=============================================================================
