---------------------------- MODULE UndoEachOther ---------------------------
(* Two actions that undo each other. Weak and even strong fairness of both is
   satisfied by going up and down between 0 and 1 for ever, so the top is not
   reached. Strong fairness of going up from each single level is what it
   takes: a level met for ever is left upwards for ever, and the level above it
   is then met for ever too. *)
EXTENDS Naturals

VARIABLE x
Top == 3

Init == x = 0

Up   == x < Top /\ x' = x + 1
Down == x > 0 /\ x' = x - 1

Next == Up \/ Down

SpecWeak   == Init /\ [][Next]_x /\ WF_x(Up) /\ WF_x(Down)
SpecStrong == Init /\ [][Next]_x /\ SF_x(Up) /\ SF_x(Down)
SpecLevels == Init /\ [][Next]_x /\ \A i \in 0..Top - 1 : SF_x(x = i /\ Up)

TopForEver    == []<>(x = Top)
BothForEver   == []<><<Up>>_x /\ []<><<Down>>_x
BottomForEver == []<>(x = 0)
=============================================================================
