----------------------------- MODULE MCElections -----------------------------
(* Three servers, none of them ever more than two terms ahead of another; a larger
   distance is left out. MCElections.cfg: timeouts are far enough apart in the end,
   and there is a leader again and again, although the log of s1 is behind, so that
   s1 cannot win and only disturbs. MCElectionsBrokenSplitVotes.cfg: they are not,
   and there is never a leader, although every server could win. There, a later term
   is learned with a vote only, which shows the plain case. *)
EXTENDS Elections

CONSTANT Behind  \* the server whose log is behind

NotBehind(c, s) == c = Behind => s = Behind

ByVoteOnly(s, r) == FALSE
=============================================================================
