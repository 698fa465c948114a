------------------------------ MODULE RealTime ------------------------------
\* Real-time bounds, after chapter 9 of "Specifying Systems" (Lamport, 2002): a timer for each bounded action.
EXTENDS Reals
VARIABLE now

RTBound(A, v, D, E) ==
  LET Step(t) == t' = IF <<A>>_v \/ ~(ENABLED <<A>>_v)' THEN 0 ELSE t + (now' - now)
      Timer(t) == (t = 0) /\ [][Step(t)]_<<t, v, now>>
      AtMost(t) == [](t \leq E)
      AtLeast(t) == [][A => t \geq D]_v
  IN \EE t : Timer(t) /\ AtMost(t) /\ AtLeast(t)

RTnow(v) ==
  LET Tick == (now' \in {r \in Real : r > now}) /\ UNCHANGED v
  IN /\ now \in Real
     /\ [][Tick]_now
     /\ \A r \in Real : WF_now(Tick /\ (now' > r))
=============================================================================
