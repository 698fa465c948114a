---------------------------- MODULE MCPresidents ----------------------------
(* Two proposers, three acceptors.
   MCPresidents.cfg: one acceptor may stop. If from some time on there is one
   president, something is chosen, whatever went on before.
   MCPresidentsDuel.cfg: nobody stops, but two presidents overtake each other for
   ever; MCPresidentsDuelStrong.cfg: under strong fairness too.
   MCPresidentsMinority.cfg: one president, but only one acceptor is live.
   The number of ballots has no bound. Left out are late messages of ballots that
   their proposer has given up. *)
EXTENDS Presidents

Majorities == {Q \in SUBSET Acceptors : 2 * Cardinality(Q) > Cardinality(Acceptors)}
=============================================================================
