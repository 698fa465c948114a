--------------------------- MODULE MCPaxosBroken ---------------------------
(* Broken variants of Paxos. Each configuration replaces one definition of Paxos
   by one of the definitions below, and must violate Agreement. The bounds are those
   of MCPaxos, with which Paxos itself is correct, but for a fourth acceptor where
   halves are quorums. *)
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

(* Instead of Spec: acceptors also crash, and come back without the promise that
   they have kept on a slip of paper, not in their ledgers. *)
Restart(a) == /\ nextBal' = [nextBal EXCEPT ![a] = -1]
              /\ UNCHANGED <<proposed, prevVote, msgs>>

ForgetfulNext == Next \/ \E a \in Acceptors : Restart(a)

ForgetfulSpec == Init /\ [][ForgetfulNext]_vars
=============================================================================
