------------------------------- MODULE MCRaft -------------------------------
(* Finite instances of Raft, three servers each, all properties of figure 3:
   MCRaft.cfg           two terms, three commands: logs that grow, conflict and are cut
   MCRaftFigure8.cfg    four terms, the situation of figure 8
   MCRaftTerms.cfg      four terms, two commands (nightly)
   MCRaftCommands.cfg   three terms, three commands (nightly)
   Servers stop and start again at any time, and messages are lost, duplicated and
   reordered, but for what MCRaftFigure8.cfg says of itself. The bounds leave out
   later terms, a second use of a command, and larger clusters. The variants that
   must fail are in MCRaftBroken.tla, each at the bounds of one of these models. *)
EXTENDS Raft, TLC

(* Nobody is special among the servers, and no command is. *)
Symmetry == Permutations(Servers) \cup Permutations(Values)

(* For figure 8 one entry in each log is enough, and nobody needs to stop. *)
ShortLogs(l, v) == log[l] = <<>> /\ v \notin Requested /\ AppendEntry(l, v)
NoRestart(s) == FALSE
=============================================================================
