---------------------------- MODULE MCMultiPaxos ----------------------------
(* Three acceptors, two ballots with a president each, two decree numbers, one
   learner. All states that differ in who is who among acceptors and decrees count
   as one: no two decrees for one number, and none carried out before those with
   lower numbers. A second learner is left out: a ledger is compared with what is
   chosen, of which there is one. Left out is a third ballot. *)
EXTENDS MultiPaxos, FiniteSets, TLC

Majorities == {Q \in SUBSET Acceptors : 2 * Cardinality(Q) > Cardinality(Acceptors)}

ASSUME QuorumsIntersect

Symmetry == Permutations(Acceptors) \cup Permutations(Values)
=============================================================================
