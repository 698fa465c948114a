---------------------------- MODULE StepsForEver ----------------------------
(* Formulas about steps: <><<A>>_v, []<><<A>>_v, <>[][A]_v and [][A]_v with []<>
   beside it, of a counter that goes up to 3, may be reset from there, or rest at
   3 by a step of the specification that changes nothing (Rest): a step of
   Rest is a self-loop, is no step of <<Rest>>_n, and is not told apart from
   stuttering. WF of Rest is never violated, since <<Rest>>_n is never enabled.
   TLC refuses <><<A>>_v: those of ResetOnce, UpOnce and RestOnce are ours alone. *)
EXTENDS Naturals

VARIABLE n

Init == n = 0

Up    == n < 3 /\ n' = n + 1
Reset == n = 3 /\ n' = 0
Rest  == n = 3 /\ UNCHANGED n

Next == Up \/ Reset \/ Rest

Spec      == Init /\ [][Next]_n /\ WF_n(Up)
SpecReset == Spec /\ WF_n(Reset)
SpecRest  == Spec /\ WF_n(Rest) /\ SF_n(Rest)
SpecPlain == Init /\ [][Next]_n

ResetOnce     == <><<Reset>>_n
ResetForEver  == []<><<Reset>>_n
UpOnce        == <><<Up>>_n
RestOnce      == <><<Rest>>_n
OnlyUpInEnd   == <>[][Up]_n
OnlyUpOrReset == <>[][Up \/ Reset]_n
UpAndOften    == [][n' # 2 \/ n = 1]_n /\ []<>(n = 3)
UpAndOftenNot == [][n' # 2 \/ n = 1]_n /\ []<>(n = 2)
StepNot       == [][n' > n]_n /\ []<>(n = 3)
=============================================================================
