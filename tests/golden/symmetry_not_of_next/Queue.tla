------------------------------- MODULE Queue -------------------------------
EXTENDS Naturals, FiniteSets, TLC

CONSTANTS Workers, Leader

VARIABLES waiting, working

vars == <<waiting, working>>

Idle == Workers \ (waiting \cup working)
First == CHOOSE w \in waiting : TRUE
Only == CHOOSE w \in working : TRUE

Init == waiting = {} /\ working = {}
Ask(w) == w \in Idle /\ waiting' = waiting \cup {w} /\ UNCHANGED working
Work == waiting # {} /\ working = {} /\ waiting' = waiting \ {First} /\ working' = {First}
WorkAnyone == \E w \in waiting : working = {} /\ waiting' = waiting \ {w} /\ working' = {w}
Finish == working # {} /\ working' = working \ {Only} /\ UNCHANGED waiting

InOrder == (\E w \in Workers : Ask(w)) \/ Work \/ Finish
InAnyOrder == (\E w \in Workers : Ask(w)) \/ WorkAnyone \/ Finish

LeaderRests == Leader \notin working
OneAtATime == Cardinality(working) <= 1

Symmetry == Permutations(Workers)
=============================================================================
