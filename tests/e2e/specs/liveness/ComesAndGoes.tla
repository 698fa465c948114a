---------------------------- MODULE ComesAndGoes ----------------------------
(* Enter is enabled only while the door is open, and the door opens and closes.
   Weak fairness of Enter does not help a visitor who finds the door closed ever
   again; strong fairness does. The visitor who has entered may leave again: all four
   states are one component, and the violation is a loop within it. *)
VARIABLES open, inside
vars == <<open, inside>>

Init == open = FALSE /\ inside = FALSE

Swing == open' = ~open /\ UNCHANGED inside
Enter == open /\ ~inside /\ inside' = TRUE /\ UNCHANGED open
Leave == open /\ inside /\ inside' = FALSE /\ UNCHANGED open

Next == Swing \/ Enter \/ Leave

Spec       == Init /\ [][Next]_vars /\ WF_vars(Swing)
SpecWeak   == Spec /\ WF_vars(Enter)
SpecStrong == Spec /\ SF_vars(Enter)

Enters      == <>inside
EntersAgain == []<>inside
LeavesAgain == []<>~inside
=============================================================================
