-------------------------- MODULE MCSignedMessages --------------------------
(* Finite instances of SignedMessages: SM(1) with three generals in
   MCSignedMessages.cfg, SM(2) with four in MCSignedMessagesFour.cfg. All that the
   traitors may do is tried. In the others a signature can be forged
   (MCSignedMessagesForged*.cfg), or there is one round less (MCSignedMessagesShort*.cfg);
   they must fail.

   The algorithm has an end, so the last states have no successor, and deadlock is
   not checked. *)
EXTENDS SignedMessages

(* Instead of Authentic: the traitors can forge every signature. *)
AnySignature(v, chain) == TRUE
=============================================================================
