------------------------------ MODULE TwoHands ------------------------------
(* What OneHandForTwo instantiates: two hands that are put down together. *)
VARIABLES left, right

Init == left = "up" /\ right = "up"
Down == left' = "down" /\ right' = "still up"
Even == left' = "down" /\ right' = "down"

FairDown     == WF_<<left, right>>(Down)
FairEven     == WF_<<left, right>>(Even)
DownPossible == [](ENABLED Down)
=============================================================================
