-------------------------- MODULE MCRaftRefinesLog --------------------------
(* Raft implements the replicated log of specs/replicated. Three servers, two
   terms, two commands: longer logs and more terms are left out, as in MCRaft.
   MCRaftBrokenRefinesLog.cfg, at the same bounds, must fail. *)
EXTENDS RaftRefinesLog, TLC

Symmetry == Permutations(Servers) \cup Permutations(Values)

(* Instead of UpToDate: a vote for a candidate that may lack what is committed. *)
AnyCandidate(c, s) == TRUE
=============================================================================
