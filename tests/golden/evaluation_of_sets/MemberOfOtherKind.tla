---- MODULE MemberOfOtherKind ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME "a" \in 1..2
====
