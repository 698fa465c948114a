---------------------------- MODULE MCConsensus ----------------------------
(* Consensus itself: three values. Who agrees on them, and how, is not in it. A fourth
   value is left out. *)
EXTENDS Consensus
=============================================================================
