------------------------- MODULE MCSynodicProtocol -------------------------
(* Priests that crash and come back with what their ledgers say.
   MCSynodicProtocol.cfg: three priests, two decrees, two ballots with an owner each.
   No message is taken out of the network: one that nobody receives is as good as
   lost, so that what the priests can do is the same.
   MCSynodicProtocolLossy.cfg: two priests, and messages do vanish.
   MCSynodicProtocolTwice.cfg: two priests, three ballots, two of them of one priest.
   MCSynodicProtocolThree.cfg: three priests, three ballots, two of them of one priest,
   so that it matters that the latest vote counts: with two ballots there is only one
   to report, and with two priests every quorum knows the latest. Nobody crashes, and
   who has not run a ballot with success writes nothing down: what it would be told is
   in the ledger of another already. States that differ in which decree is which count
   as one (nightly).
   MCSynodicProtocolForgets*.cfg: two priests; something in the ledger does not outlive
   a crash, and two ledgers differ. With three priests they do too, in fewer steps but
   among far more states.
   The bounds leave out crashes among three priests with three ballots, and a third
   priest with ballots of its own. *)
EXTENDS SynodicProtocol, FiniteSets, TLC

CONSTANTS p1, p2

Majorities == {Q \in SUBSET Priests : 2 * Cardinality(Q) > Cardinality(Priests)}

TwoOwners   == 0 :> p1 @@ 1 :> p2
ThreeOwners == 0 :> p1 @@ 1 :> p2 @@ 2 :> p1

ASSUME \A Q, R \in Quorums : Q \cap R # {}

(* Instead of Lose, CrashAndRestart, ReceiveSuccess. *)
NeverLost(m)    == FALSE
NeverCrashes(p) == FALSE
NeverTold(q, d) == FALSE

DecreesAlike == Permutations(Decrees)

(* Instead of NextBalAfterCrash, LastTriedAfterCrash: it was on a slip. *)
Forgotten(p) == -1

(* Instead of PrevVoteAfterCrash. *)
VoteForgotten(p) == NoVote
=============================================================================
