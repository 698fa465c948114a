--------------------------- MODULE FairnessByHand ---------------------------
(* WF and SF written out with ENABLED, [] and <>. Each is the same as what it
   writes out: as a condition of the specification it makes the same property
   hold, and as a property it holds where the specification says the short form.
   Weak fairness does not imply strong fairness: LongStrong is violated under the
   weak one by the swinging door. *)
VARIABLES open, inside
vars == <<open, inside>>

Init == open = FALSE /\ inside = FALSE

Swing == open' = ~open /\ UNCHANGED inside
Enter == open /\ ~inside /\ inside' = TRUE /\ UNCHANGED open

LongWeak   == []<>(~ENABLED <<Enter>>_vars) \/ []<><<Enter>>_vars
LongWeaker == <>[](ENABLED <<Enter>>_vars) => []<><<Enter>>_vars
LongStrong == []<>(ENABLED <<Enter>>_vars) => []<><<Enter>>_vars

Spec           == Init /\ [][Swing \/ Enter]_vars /\ WF_vars(Swing)
SpecWeak       == Spec /\ WF_vars(Enter)
SpecStrong     == Spec /\ SF_vars(Enter)
SpecLongStrong == Spec /\ LongStrong
SpecLongWeak   == Init /\ [][Swing \/ Enter]_vars /\ LongWeak
SpecNone       == Init /\ [][Swing \/ Enter]_vars

Enters == <>inside
Weak   == WF_vars(Enter)
Strong == SF_vars(Enter)
=============================================================================
