--------------------------- MODULE MCReplicatedLog ---------------------------
(* The replicated log by itself, at two replicas, two commands, and logs of at most
   two entries; longer logs are left out. *)
EXTENDS ReplicatedLog

ShortSequences(S) == UNION {[1..n -> S] : n \in 0..2}
=============================================================================
