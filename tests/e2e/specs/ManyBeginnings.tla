---------------------------- MODULE ManyBeginnings ----------------------------
(***************************************************************************)
(* So many initial states that workers share them, enumerated under a      *)
(* recursive function whose values are computed on the way, and judged by  *)
(* an invariant that takes longer than that and makes values of its own.   *)
(***************************************************************************)
EXTENDS Integers

VARIABLES x, y

RECURSIVE Sum(_)
Sum(n) == IF n = 0 THEN 0 ELSE n + Sum(n - 1)

Init == \E k \in 1..2 :
  LET F[n \in 0..500] == IF n = 0 THEN <<k>> ELSE <<n + k, F[n - 1][1]>>
  IN  \E i \in 1..20000 : x = <<k, i>> /\ y = F[i \div 40]

Next == UNCHANGED <<x, y>>

Inv == /\ Sum(150 + (x[2] % 3)) > 0
       /\ {F \in {<<a, b>> : a \in 1..3, b \in 1..(2 + x[1])} : F[1] = F[2]} # {}
       /\ x[2] >= 80 => y = <<(x[2] \div 40) + x[1], (x[2] \div 40) - 1 + x[1]>>
===============================================================================
