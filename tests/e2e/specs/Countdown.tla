----------------------------- MODULE Countdown -----------------------------
(* Recursive operators as actions: in Init, in Next, defined by LET, and under ENABLED.                               *)
EXTENDS Naturals, Sequences
VARIABLES number, rest

RECURSIVE StartsWithOneOf(_)
StartsWithOneOf(s) == s # <<>> /\ (number = Head(s) \/ StartsWithOneOf(Tail(s)))

RECURSIVE AtMost(_)
AtMost(n) == IF n = 0 THEN number' = 0 ELSE number' = n \/ AtMost(n - 1)

Init == rest = <<1, 2, 3>> /\ StartsWithOneOf(rest)

Take == /\ rest # <<>>
        /\ AtMost(Head(rest))
        /\ rest' = Tail(rest)

Again == LET RECURSIVE One(_)
             One(s) == s # <<>> /\ (number' = Head(s) \/ One(Tail(s)))
         IN  One(rest) /\ UNCHANGED rest

Next == Take \/ Again

SomethingIsLeft == rest # <<>> => ENABLED Again
============================================================================
