------------------------ MODULE MCSingleServerChange ------------------------
(* Changes of a single server: four servers grow to five or shrink to three, in three
   terms, with the properties of figure 3. MCSingleServerChangeBroken.cfg shows that
   they fail without the correction of 2015, MCSingleServerChange.cfg that they hold
   with it (nightly: the bounds are the same). In these two no log has two changes;
   MCSingleServerChangeTwice.cfg is about three servers that grow to four and to five,
   in two terms. Left out are later terms, longer chains of changes, and what
   SingleServerChange.tla says of itself. *)
EXTENDS SingleServerChange, TLC

CONSTANTS
  Added,    \* the server that may be added
  Removed   \* the server that may be removed

GrowOrShrink == {InitialCluster \cup {Added}, InitialCluster \ {Removed}}
GrowTwice == {InitialCluster \cup {Added}, Servers}
AllValues == {NoOp} \cup Changes

Symmetry == Permutations(InitialCluster \ {Removed})

(* Instead of CommittedInTerm: a leader may begin a change at once. Must violate
   ElectionSafety. *)
AtOnce(l) == TRUE
=============================================================================
