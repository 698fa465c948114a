------------------------------ MODULE MCPaxos ------------------------------
(* Finite instances of Paxos that keep its promises.
   MCPaxos.cfg, MCPaxosRefinement.cfg: three acceptors, two values, two ballots.
   MCPaxosLarge.cfg, MCPaxosRefinementLarge.cfg (nightly): three ballots.
   In the others all states that differ in who is who count as one:
   MCPaxosSymmetric.cfg: as MCPaxosLarge.cfg.
   MCPaxosValues.cfg: three acceptors, three values, three ballots.
   MCPaxosFour.cfg (nightly): four acceptors, two values, three ballots.
   MCPaxosFive.cfg: five acceptors, two values, two ballots.
   With two ballots it makes no difference that the latest vote counts, as all that are
   reported are of one ballot; with three it does. The bounds leave out a fourth ballot,
   and five acceptors with three. The broken variants are in MCPaxosBroken. *)
EXTENDS Paxos, FiniteSets, TLC

Majorities == {Q \in SUBSET Acceptors : 2 * Cardinality(Q) > Cardinality(Acceptors)}

ASSUME QuorumsIntersect

(* Nobody is special among the acceptors, and no value is. *)
Symmetry == Permutations(Acceptors) \cup Permutations(Values)
=============================================================================
