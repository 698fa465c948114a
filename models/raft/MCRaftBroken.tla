---------------------------- MODULE MCRaftBroken ----------------------------
(* Broken variants of Raft. Each configuration replaces one definition of Raft by
   one of those below, at bounds at which Raft itself is correct: those of
   MCRaft.cfg or, for CountCopies, of MCRaftFigure8.cfg. *)
EXTENDS MCRaft

(* Instead of MayCommit: an entry that a majority has is committed, whatever its
   term. Must violate LeaderCompleteness, as in figure 8. *)
CountCopies(l, i) == TRUE

(* Instead of UpToDate: a vote for a candidate that may lack what is committed.
   Must violate LeaderCompleteness. *)
AnyCandidate(c, s) == TRUE

(* Instead of StoredVote: the vote is kept in memory only, and lost in a restart.
   Must violate ElectionSafety. *)
VoteLost(s) == None

(* Instead of PrefixMatches: entries are accepted after any entry, whether or not
   it is the one that the leader has there. Must violate LogMatching. *)
AnyPrefix(s, m, prev) == prev <= Len(log[s])
=============================================================================
