-------------------------- MODULE SharesOfTheNext --------------------------
(***************************************************************************)
(* Definitions with loops, primed: read before and after other variables   *)
(* get their values, in branches that give them different ones, inside     *)
(* ENABLED, and of whole steps.                                            *)
(***************************************************************************)
EXTENDS Naturals, FiniteSets

CONSTANT Owners, Most

VARIABLES shares, spent, order

vars == <<shares, spent, order>>

Rich  == {o \in Owners : shares[o] > 1}
Poor  == {o \in Owners : shares[o] = 0}
Total == Cardinality(UNION {{o} \X (1 .. shares[o]) : o \in Owners})
Wealth == [o \in Rich |-> {p \in Owners : shares[p] < shares[o]}]
Pairs == {p \in Owners \X Owners : shares[p[1]] < shares[p[2]] /\ spent[p[1]] =< spent[p[2]]}

Init ==
    /\ shares = [o \in Owners |-> 1]
    /\ spent = [o \in Owners |-> 0]
    /\ order = {}

\* Rich' is read when only shares' has a value, then again after the others have theirs.
Give(o, p) ==
    /\ shares[o] > 0
    /\ shares' = [shares EXCEPT ![o] = @ - 1, ![p] = @ + 1]
    /\ Rich' # {}
    /\ \E q \in Rich' : spent' = [spent EXCEPT ![q] = IF @ < Most THEN @ + 1 ELSE @]
    /\ order' \in {s \in SUBSET Pairs' : Cardinality(s) = 1} \cup {{}}
    /\ \A q \in Rich' : <<q, q>> \notin order'

\* Two branches that give shares different values, and what is read after them.
Move ==
    /\ spent' \in {spent, [o \in Owners |-> 0]}
    /\ \/ shares' = [o \in Owners |-> IF o \in Rich THEN shares[o] - 1 ELSE shares[o]]
       \/ \E p \in Poor : shares' = [shares EXCEPT ![p] = 1]
       \/ UNCHANGED shares
    /\ Total' =< Cardinality(Owners) + 1
    /\ order' = {p \in Pairs' : p[1] \in Poor'} \cap order
    /\ Wealth' \in [Rich' -> SUBSET Owners]

\* ENABLED looks at next states of its own between two readings.
Rest ==
    /\ shares' = [o \in Owners |-> IF o \in Poor THEN 1 ELSE shares[o]]
    /\ Total' >= Total
    /\ ENABLED (Move /\ Total' > Total)
    /\ Total' =< Cardinality(Owners) + 1
    /\ UNCHANGED <<spent, order>>

Next ==
    \/ \E o, p \in Owners : o # p /\ Give(o, p)
    \/ Move
    \/ Rest

Spec == Init /\ [][Next]_vars /\ WF_vars(Move /\ Poor' = {})

FewRich == Cardinality(Rich') + Cardinality(Poor') =< Cardinality(Owners)
Sparse == Cardinality(order) =< 1

TypeOK ==
    /\ shares \in [Owners -> 0 .. Cardinality(Owners) + 1]
    /\ spent \in [Owners -> 0 .. Most]
    /\ Wealth \in [Rich -> SUBSET Owners]
Steps == [][Total' =< Total + 2 /\ (Rich' = Rich /\ Rich # {} => Wealth' # [o \in Rich |-> {o}])]_vars
Recovers == []<>(Poor = {} \/ Rich # {})
NeverThree == [][\A o \in Rich' : shares'[o] < 3]_vars
=============================================================================
