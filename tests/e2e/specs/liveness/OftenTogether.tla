---------------------------- MODULE OftenTogether ---------------------------
(* [] and <> do not distribute as one would like. Two flags that are up again
   and again need not be up together, though each is; one of two that settle need
   not be the same from behavior to behavior; and [](P \/ Q) for ever is neither
   of []P and []Q for ever. *)
EXTENDS Naturals

VARIABLE turn

Init == turn = 0

Next == turn' = (turn + 1) % 3

Spec == Init /\ [][Next]_turn /\ WF_turn(Next)

P == turn = 1
Q == turn = 2
R == turn \in {0, 1}

EachOften      == []<>P /\ []<>Q
TogetherOften  == []<>(P /\ Q)
EitherSettles  == <>[](P \/ Q \/ R)
OneSettles     == <>[]P \/ <>[]Q \/ <>[]R
AlwaysEither   == []<>(Q /\ ~R) /\ [](Q \/ R)
OneAlways      == []<>Q => ([]Q \/ []R)
LeadsBothWays  == (P ~> Q) /\ (Q ~> P)
LeadsTogether  == P ~> (Q /\ R)
OnceAndAlways  == <>(P /\ <>(Q /\ <>(P /\ <>Q)))
NextOnly       == [](P => <>[]Q)
=============================================================================
