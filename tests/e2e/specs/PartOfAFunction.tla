-------------------------- MODULE PartOfAFunction --------------------------
(* Functions with points that have no value, and sets of several kinds: what nobody asks for does not fail.           *)
EXTENDS Integers, Sequences
VARIABLES n, s

Init == n = 2 /\ s = <<5>>

Third[i \in 1..3] == s[i]

Step == LET whole == [i \in 1..n |-> s[i]] IN
        /\ n \in {2, 3, "none"}
        /\ n' = whole[1] - n
        /\ s' = s
        /\ Third[1] = 5

Reset == n' = [i \in 1..2 |-> IF i = 2 THEN Head(<<>>) ELSE 2][1] /\ s' = s

Next == Step \/ Reset

Sets == Nat # Int /\ Nat = Nat /\ Seq({n}) = Seq({n}) /\ SUBSET (1..40) = SUBSET (1..40)
============================================================================
