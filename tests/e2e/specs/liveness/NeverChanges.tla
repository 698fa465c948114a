---------------------------- MODULE NeverChanges ----------------------------
(* Formulas that tell a behavior that stops from one that goes on, and nothing
   else: []<><<TRUE>>_x says that x changes for ever, <>[][FALSE]_x that it stops
   changing. y goes on in either case under the fairness of Tick, so x stops in
   behaviors that do not end. A step of Same changes y and not x. *)
EXTENDS Naturals

VARIABLES x, y
vars == <<x, y>>

Init == x = 0 /\ y = 0

Tick == x' = 1 - x /\ y' = 1 - y
Same == y' = 1 - y /\ UNCHANGED x

Spec     == Init /\ [][Tick \/ Same]_vars
SpecMove == Spec /\ WF_vars(Tick \/ Same)
SpecTick == Spec /\ WF_vars(Tick)
SpecX    == Spec /\ SF_x(Tick \/ Same)

ChangesForEver == []<><<TRUE>>_x
StopsChanging  == <>[][FALSE]_x
OneOrTheOther  == ChangesForEver \/ StopsChanging
YChanges       == []<><<TRUE>>_y
TogetherInEnd  == <>[][x' # x]_y
=============================================================================
