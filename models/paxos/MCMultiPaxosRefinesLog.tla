----------------------- MODULE MCMultiPaxosRefinesLog -----------------------
(* The multi-decree parliament implements the replicated log of specs/replicated, at the
   bounds of MCMultiPaxos: three acceptors, two ballots, two decree numbers, one learner.
   A second learner and a third ballot are left out. MCMultiPaxosRefinesLogBroken.cfg, at
   the same bounds, must fail: a learner carries decrees out as they become known. *)
EXTENDS MultiPaxosRefinesLog, TLC

Majorities == {Q \in SUBSET Acceptors : 2 * Cardinality(Q) > Cardinality(Acceptors)}

ASSUME QuorumsIntersect

Symmetry == Permutations(Acceptors) \cup Permutations(Values)

(* Instead of Execute: any decree in the ledger that has not been carried out. *)
ExecuteAny(l) == \E n \in Numbers :
  /\ ledger[l][n] # None
  /\ \A i \in DOMAIN executed[l] : executed[l][i] # ledger[l][n]
  /\ executed' = [executed EXCEPT ![l] = Append(@, ledger[l][n])]
  /\ UNCHANGED <<nextBal, prevVote, quorum, msgs, ledger>>
=============================================================================
