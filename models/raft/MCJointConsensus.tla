-------------------------- MODULE MCJointConsensus --------------------------
EXTENDS JointConsensus, TLC

AllValues == {NoOp} \cup Configurations

(* s2 and s3 are in both clusters. *)
Symmetry == Permutations(InitialCluster \ NewCluster) \cup Permutations(InitialCluster \cap NewCluster)

NewAtOnce(from, to) == Stable(to)
WithoutWaiting(l) == TRUE
NoRestart(s) == FALSE
=============================================================================
