---------------------------- MODULE MCMultiPaxos ----------------------------
(* Three acceptors, and ballots with a president each: no two decrees for one number,
   and none carried out before those with lower numbers.
   MCMultiPaxos.cfg: two decree numbers, two ballots.
   MCMultiPaxosBallots.cfg: one decree number, three ballots. With two ballots all votes
   that are reported to a president are of one ballot, the other one, so that it makes no
   difference that the latest counts; with three it does.
   All states that differ in who is who among acceptors and decrees count as one. The
   bounds leave out a second learner (a ledger is compared with what is chosen, of which
   there is one), three ballots for two numbers, and a third number. *)
EXTENDS MultiPaxos, FiniteSets, TLC

Majorities == {Q \in SUBSET Acceptors : 2 * Cardinality(Q) > Cardinality(Acceptors)}

ASSUME QuorumsIntersect

Symmetry == Permutations(Acceptors) \cup Permutations(Values)
=============================================================================
