---------------------------- MODULE OneHandForTwo ---------------------------
(* Fairness of an instance in which one variable stands for two. Down gives its
   two variables different values, so with hand for both of them no step is one
   of Down. But ENABLED Down asks for values of left and right, not of hand, and
   there are such: Down is enabled for ever and never taken, and FairDown is
   violated, by every behavior. To put the variable in first and then to look for
   a value of hand' would make Down disabled and FairDown hold. Even, which
   gives both the same value, is possible in either reading. *)
VARIABLE hand
Two == INSTANCE TwoHands WITH left <- hand, right <- hand

Init == hand = "up"
Put  == hand = "up" /\ hand' = "down"
Lift == hand = "down" /\ hand' = "up"

Spec     == Init /\ [][Put \/ Lift]_hand /\ WF_hand(Put) /\ WF_hand(Lift)
SpecRest == Init /\ [][Put]_hand /\ WF_hand(Put)
SpecIdle == Init /\ [][Put \/ Lift]_hand

FairDown     == Two!FairDown
FairEven     == Two!FairEven
DownPossible == Two!DownPossible
=============================================================================
