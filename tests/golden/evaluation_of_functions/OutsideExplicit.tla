---- MODULE OutsideExplicit ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME ("a" :> 1 @@ "b c" :> 2)["d"] = 1
====
