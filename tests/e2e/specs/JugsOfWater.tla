---------------------------- MODULE JugsOfWater ----------------------------
(* Three jugs of 8, 5 and 3; the invariant says that no jug ever holds exactly 4,
   and its counterexample is the way to get there. *)
EXTENDS Naturals

VARIABLE water

Size == <<8, 5, 3>>

Init == water = <<8, 0, 0>>

Min(a, b) == IF a < b THEN a ELSE b

Pour(from, to) ==
  LET amount == Min(water[from], Size[to] - water[to])
  IN  /\ from # to
      /\ amount > 0
      /\ water' = [water EXCEPT ![from] = @ - amount, ![to] = @ + amount]

Next == \E from, to \in 1..3 : Pour(from, to)

NeverFour == \A jug \in 1..3 : water[jug] # 4
=============================================================================
