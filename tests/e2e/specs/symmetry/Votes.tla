------------------------------- MODULE Votes -------------------------------
(* Voters vote once, for a candidate or for nobody, and may then leave.  A
   candidate with a majority of the votes is elected.  No formula names a
   voter or a candidate, but for those that the configurations ask for to be
   wrong. *)
EXTENDS Naturals, FiniteSets, TLC

CONSTANTS Voters, Candidates, Nobody

VARIABLES vote, present, elected

vars == <<vote, present, elected>>

Ballots == {[voter |-> v, choice |-> vote[v]] : v \in {w \in Voters : vote[w] # Nobody}}
For(c) == {b \in Ballots : b.choice = c}

Init == /\ vote = [v \in Voters |-> Nobody]
        /\ present = Voters
        /\ elected = {}

Cast(v, c) == /\ v \in present
              /\ vote[v] = Nobody
              /\ vote' = [vote EXCEPT ![v] = c]
              /\ UNCHANGED <<present, elected>>

Leave(v) == /\ v \in present
            /\ vote[v] # Nobody
            /\ present' = present \ {v}
            /\ UNCHANGED <<vote, elected>>

Count(c) == /\ 2 * Cardinality(For(c)) > Cardinality(Voters)
            /\ c \notin elected
            /\ elected' = elected \cup {c}
            /\ UNCHANGED <<vote, present>>

Next == \/ \E v \in Voters, c \in Candidates : Cast(v, c)
        \/ \E v \in Voters : Leave(v)
        \/ \E c \in Candidates : Count(c)

Fair == Init /\ [][Next]_vars /\ WF_vars(Next)

AtMostOne == Cardinality(elected) <= 1
NobodyLeaves == present = Voters
SomebodyStays == present # {}
Few == Cardinality(Ballots) <= 2

AllLeave == <>(present = {})
SomeoneIsElected == <>(elected # {})
(* True of each voter, but WF of whom? *)
EachVotes == \A v \in Voters : <>(vote[v] # Nobody)
FairToEach == Init /\ [][Next]_vars /\ \A v \in Voters : WF_vars(\E c \in Candidates : Cast(v, c))

Symmetry == Permutations(Voters) \cup Permutations(Candidates)
VoterSymmetry == Permutations(Voters)

(* The two rotations of three voters.  TLC leaves symmetry out where a set is
   written with as many operands as it has elements. *)
Rotation == CHOOSE f \in Permutations(Voters) : \A v \in Voters : f[v] # v
TwoRotations == {Rotation, [v \in Voters |-> Rotation[Rotation[v]]]}
Rotations == TwoRotations

Numbers == [c \in Candidates |-> Cardinality(For(c))]
Seen == <<Numbers, present, elected>>
(* Depends on who is first, so that the least image matters. *)
First == <<vote[CHOOSE v \in Voters : TRUE], Cardinality(present), elected>>
=============================================================================
