----------------------------- MODULE Consensus -----------------------------
(* What the parliament of Leslie Lamport, "The Part-Time Parliament", ACM
   Transactions on Computer Systems 16(2), 1998, is for (section 1.2): a decree is
   passed once, somebody has asked for it, and no other is passed after it.
   Nothing here says how. Voting shows how with votes, Paxos with messages.     *)
CONSTANT Values  \* what may be agreed upon

VARIABLES
  proposed,  \* the values that somebody has asked for
  chosen     \* the values that have been agreed upon: one in the end

vars == <<proposed, chosen>>

TypeOK == /\ proposed \subseteq Values
          /\ chosen \subseteq Values

Init == /\ proposed = {}
        /\ chosen = {}

Propose(v) == /\ v \notin proposed
              /\ proposed' = proposed \cup {v}
              /\ UNCHANGED chosen

(* Only one of the values that have been asked for is chosen, and only once. *)
Choose(v) == /\ chosen = {}
             /\ v \in proposed
             /\ chosen' = {v}
             /\ UNCHANGED proposed

Next == \E v \in Values : Propose(v) \/ Choose(v)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
Agreement == \A v, w \in chosen : v = w
Validity  == chosen \subseteq proposed

ChosenForever == [][chosen \subseteq chosen']_chosen
=============================================================================
