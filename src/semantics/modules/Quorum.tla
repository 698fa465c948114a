------------------------------- MODULE Quorum -------------------------------
\* The quorum systems of S: sets of subsets of S, not empty, any two of which have a common element, and which have with
\* a set every larger one.
QuorumSystem(S) ==
  {Q \in SUBSET SUBSET S :
     /\ Q # {}
     /\ \A A, B \in Q : A \cap B # {}
     /\ \A A \in Q : \A B \in SUBSET S : A \subseteq B => B \in Q}
=============================================================================
