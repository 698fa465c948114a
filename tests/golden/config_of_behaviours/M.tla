---- MODULE M ----
EXTENDS Naturals
VARIABLE x, y
Init == x = 0 /\ y = 0
Next == x' = 1 - x /\ y' = y
ConstantInit == TRUE
Spec == Init /\ [][Next]_<<x, y>>
Constant == TRUE
NoInitial == [][Next]_x
NoRelation == Init
Second == Init /\ [][Next]_x /\ [][Next]_y
Hiding == \EE z : Init /\ [][Next]_x
Always == Init /\ [][Next]_x /\ [](x = 0)
Action == Init /\ Next
Subscript == Init /\ [][Next]_x
Parameters(a) == Init
THEOREM Named == Spec
Live == <>(x = 1)
Unnamed == Init /\ [][x' = x]_<<x, y>>
====
