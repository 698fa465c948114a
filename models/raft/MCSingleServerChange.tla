------------------------ MODULE MCSingleServerChange ------------------------
EXTENDS SingleServerChange, TLC

CONSTANTS
  Added,    \* the server that may be added
  Removed   \* the server that may be removed

GrowOrShrink == {InitialCluster \cup {Added}, InitialCluster \ {Removed}}
AllValues == {NoOp} \cup Changes

Symmetry == Permutations(InitialCluster \ {Removed})

(* Instead of CommittedInTerm: a leader may begin a change at once. *)
AtOnce(l) == TRUE
=============================================================================
