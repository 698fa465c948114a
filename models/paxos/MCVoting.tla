------------------------------ MODULE MCVoting ------------------------------
(* Voting implements Consensus: three acceptors, two values, three ballots. The
   bounds leave out larger parliaments and longer rows of ballots. *)
EXTENDS Voting, FiniteSets

Majorities == {Q \in SUBSET Acceptors : 2 * Cardinality(Q) > Cardinality(Acceptors)}

ASSUME QuorumsIntersect
=============================================================================
