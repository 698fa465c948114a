---------------------------- MODULE TheoremsValues ----------------------------
EXTENDS FiniteSetTheorems, FunctionTheorems, SequenceTheorems, SequencesExtTheorems, FiniteSetsExtTheorems, FoldsTheorems,
        GraphTheorems, QuorumTheorems, TLAPS

B == INSTANCE BagsTheorems

ASSUME Tactics == SMT /\ SMTT(10) /\ Zenon /\ Isa /\ IsaM("auto") /\ IsaMT("blast", 30) /\ PTL /\ AllProvers

ASSUME Recursion ==
  /\ FiniteNatInductiveDefConclusion([i \in 2 .. 4 |-> i * 5], 10, LAMBDA v, n : v + 5, 2, 4)
  /\ ~FiniteNatInductiveDefConclusion([i \in 2 .. 4 |-> i], 10, LAMBDA v, n : v + 5, 2, 4)
  /\ WFInductiveDefines([i \in {1, 2} |-> i], {1, 2}, LAMBDA g, x : x)

ASSUME Relations ==
  /\ IsTransitivelyClosedOn({<<1, 2>>, <<2, 3>>, <<1, 3>>}, 1 .. 3)
  /\ ~IsTransitivelyClosedOn({<<1, 2>>, <<2, 3>>}, 1 .. 3)
  /\ SetLessThan(3, {<<1, 3>>, <<2, 3>>, <<9, 3>>}, 1 .. 3) = {1, 2}
  /\ TransitiveClosureOn({<<1, 2>>, <<2, 3>>}, 1 .. 3) = {<<1, 2>>, <<2, 3>>, <<1, 3>>}
  /\ OpToRel(<, 1 .. 2) = {<<1, 2>>}
  /\ PreImage(LAMBDA n : n % 2, 1 .. 2, {<<0, 1>>}) = {<<2, 1>>}
  /\ LexPairOrdering({<<1, 2>>}, {<<"a", "b">>}, {1, 2}, {"a", "b"})
       = {<< <<1, a>>, <<2, b>> >> : a, b \in {"a", "b"}} \cup {<< <<n, "a">>, <<n, "b">> >> : n \in {1, 2}}
  /\ LexProductOrdering({<<1, 2>>}, {1, 2}, 1) = {<< <<1>>, <<2>> >>}
  /\ Cardinality(LexProductOrdering({<<1, 2>>}, {1, 2}, 2)) = 6

ASSUME FiniteSubsets ==
  /\ FiniteSubsetsOf({1}) = {{}, {1}}
  /\ StrictSubsetOrdering({1}) = {<<{}, {1}>>}

ASSUME BagsOfTheorems ==
  /\ B!Scaling(2, B!SetToBag({"a"})) = [a |-> 2]
  /\ B!Scaling(0, B!SetToBag({"a"})) = B!EmptyBag

ASSUME Quorums ==
  /\ QuorumSystem({}) = {}
  /\ QuorumSystem({1}) = {{{1}}}
  /\ QuorumSystem({1, 2}) = {{{1, 2}}, {{1}, {1, 2}}, {{2}, {1, 2}}}
  /\ {Q \in SUBSET (1 .. 3) : 2 * Cardinality(Q) > 3} \in QuorumSystem(1 .. 3)
===============================================================================
