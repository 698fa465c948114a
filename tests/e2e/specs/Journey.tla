------------------------------ MODULE Journey ------------------------------
\* A walk on a small grid whose invariant and constraint look at the way that led there.
EXTENDS Integers, Sequences, TLC, TLCExt

VARIABLES x, y

Init == x = 0 /\ y \in 0 .. 1

Right == x < 3 /\ x' = x + 1 /\ UNCHANGED y
Up == y < 3 /\ y' = y + 1 /\ UNCHANGED x
Back == x = 3 /\ x' = 0 /\ UNCHANGED y

Next == Right \/ Up \/ Back

Here == [x |-> x, y |-> y]

\* The way is as long as TLC says, ends here, and each of its steps is one of Next.
WayIsABehaviour ==
  /\ Len(Trace) = TLCGet("level")
  /\ Trace[Len(Trace)] = Here
  /\ Trace[1].x = 0 /\ Trace[1].y \in 0 .. 1
  /\ \A i \in 1 .. Len(Trace) - 1 :
       LET a == Trace[i]
           b == Trace[i + 1]
       IN \/ b = [a EXCEPT !.x = @ + 1]
          \/ b = [a EXCEPT !.y = @ + 1]
          \/ a.x = 3 /\ b = [a EXCEPT !.x = 0]

\* No more than six states, and never up from the start.
Short == Len(Trace) < 6 /\ (Len(Trace) > 1 => Trace[2].y = Trace[1].y)

\* Steps see the way up to their first state.
StepsSeeTheWay == Len(Trace) <= 5 /\ Trace[Len(Trace)] = Here
=============================================================================
