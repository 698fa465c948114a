-------------------------- MODULE ForEachOrForSome --------------------------
(* Fairness quantified over a set. \A p : WF(Act(p)) makes every process act for
   ever. WF(\E p : Act(p)) is satisfied when one of them acts for ever, and
   \E p : WF(Act(p)) as well: the two differ from the first, and the third is a
   disjunction of temporal formulas among the fairness conditions. The fairness
   that depends on a parameter through a definition, Fair(p), is the first. *)
EXTENDS Naturals

VARIABLE light
S == {1, 2}

Init == light = [p \in S |-> FALSE]

Act(p) == light' = [light EXCEPT ![p] = ~@]
Next == \E p \in S : Act(p)
Fair(p) == WF_light(Act(p))

Spec         == Init /\ [][Next]_light
SpecEach     == Spec /\ \A p \in S : Fair(p)
SpecTogether == Spec /\ WF_light(\E p \in S : Act(p))
SpecOneOf    == Spec /\ \E p \in S : WF_light(Act(p))

TwoShines  == []<>light[2]
EachShines == \A p \in S : []<>light[p]
OneShines  == \E p \in S : []<>light[p]
AnyShines  == []<>(\E p \in S : light[p])
=============================================================================
