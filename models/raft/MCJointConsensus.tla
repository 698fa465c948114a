-------------------------- MODULE MCJointConsensus --------------------------
(* Finite instances of membership changes by joint consensus, with the properties of
   figure 3:
   MCJointConsensus.cfg          {s1, s2, s3} shrinks to {s3}: majorities of the one
                                 and of the other need not meet
   MCJointConsensusReplace.cfg   s4 takes the place of s1; no restarts (nightly)
   MCJointConsensusStepsDown.cfg a leader that is left out steps down; one term
   MCJointConsensusGoes.cfg      it gets that far; one term
   Two terms; MCJointConsensusTerms has three. The bounds leave out a second change, and
   the commands of clients. The variants that must fail reuse the bounds of
   MCJointConsensus.cfg; MCJointConsensusBrokenStays.cfg, in which the leader stays, those
   of MCJointConsensusGoes.cfg. *)
EXTENDS JointConsensus, TLC

AllValues == {NoOp} \cup Configurations

(* Nobody is special among those that leave, nor among those that stay. *)
Symmetry == Permutations(InitialCluster \ NewCluster)
              \cup Permutations(InitialCluster \cap NewCluster)

NoRestart(s) == FALSE

(* Instead of FirstStep: from C_old to C_new at once. Must violate LeaderCompleteness. *)
NewAtOnce(from, to) == Stable(to)

(* Instead of StepDown: a leader that is left out stays. Must violate LeaderStepsDown. *)
NeverStepsDown(l) == FALSE

(* Instead of MayEndChange: C_new before C_old,new is committed. Must violate
   LeaderCompleteness. *)
WithoutWaiting(l) == TRUE
=============================================================================
