-------------------------- MODULE SeveralWitnesses --------------------------
(* A loop that has to pass several witnesses of fairness, in different corners of
   one component. From the middle, each of four corners is one step off and has
   fairness of its own. No loop of two states is fair: the shortest fair one visits
   all corners, in eight steps, from the start on. There is no fifth corner, so it
   violates Five. With fairness of three corners the loop has six steps and leaves
   the fourth out. NotAll is violated by the same eight steps for another reason:
   it is the property that asks for all corners. *)
EXTENDS Naturals

VARIABLE corner

Init == corner = 0

Go(c) == corner = 0 /\ corner' = c
Back  == corner # 0 /\ corner' = 0

Next == Back \/ \E c \in 1..4 : Go(c)

Spec      == Init /\ [][Next]_corner /\ WF_corner(Back)
SpecAll   == Spec /\ \A c \in 1..4 : SF_corner(Go(c))
SpecThree == Spec /\ \A c \in 1..3 : SF_corner(Go(c))

Five       == <>(corner = 5)
EachCorner == \A c \in 1..4 : []<>(corner = c)
NotAll     == ~\A c \in 1..4 : []<>(corner = c)
=============================================================================
