-------------------------- MODULE MCSignedMessages --------------------------
(* Finite instances of SignedMessages: SM(1) with three generals in
   MCSignedMessages.cfg, SM(2) with four in MCSignedMessagesFour.cfg. All that the
   traitors may do is tried. In the others the signatures of loyal generals can be forged
   (MCSignedMessagesForged*.cfg), or there is one round less (MCSignedMessagesShort*.cfg);
   they must fail. All but MCSignedMessagesForgedNone.cfg: without a traitor nobody forges.

   The bounds leave out more generals, more than two traitors, and a third order. When a
   lieutenant knows that no more messages will come is left out in SignedMessages.

   The algorithm has an end, so the last states have no successor, and deadlock is
   not checked. *)
EXTENDS SignedMessages

(* Instead of Authentic: a traitor can forge every signature. He still sends in his own
   name, since a receiver knows who sent a message (A2), and the last to sign is who
   sends it. What a loyal general sends, he has signed. *)
SentByAForger(v, chain) == chain[Len(chain)] \in traitors \/ <<v, chain>> \in signed
=============================================================================
