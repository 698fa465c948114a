---- MODULE M ----
(* Where an evaluation fails, and with which status the run ends: docs/exit-status.md. *)
EXTENDS Integers, FiniteSets, Sequences, TLC, Bags
VARIABLES x, y
Init == x = 0 /\ y = 0
Stay == x' = 1 - x /\ y' = y
InitLeavesOpen == x = 0
InitAsserts == Init /\ Assert(FALSE, "boo")
NextAsserts == Stay /\ Assert(FALSE, "boo")
NextCounts == Stay /\ Cardinality(x) = 1
NextAdds == Stay /\ x + "a" = 1
NextCompares == Stay /\ x < "a"
NextGets == Stay /\ TLCGet(7) = 1
NextDraws == Stay /\ RandomElement({}) = 1
NextJoins == Stay /\ (1 :> 2 @@ x) = <<1>>
NextPermutes == Stay /\ Permutations(x) = {}
NextSorts == Stay /\ SortSeq(<<1, 2>>, LAMBDA a, b : 3) = <<>>
NextMakesBag == Stay /\ SetToBag(x) = EmptyBag
RECURSIVE Endless(_)
Endless(n) == Endless(n + 1)
NextEndless == Stay /\ Endless(x) = 1
InvEndless == Endless(x) = 1
InvAsserts == x = 0 \/ Assert(FALSE, "boo")
PropertyAsserts == [][Assert(FALSE, "boo")]_x
LiveAsserts == []<>Assert(x = 0, "boo")
Open == x' = 1 - x
SpecOfOpen == Init /\ [][Stay]_<<x, y>> /\ WF_<<x, y>>(Open)
Live == <>(x = 1)
====
