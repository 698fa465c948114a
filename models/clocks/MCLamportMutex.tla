-------------------------- MODULE MCLamportMutex --------------------------
(* Finite instances of LamportMutex, with three processes: nobody goes on once a
   logical clock has passed MaxClock. MCLamportMutex.cfg is small,
   MCLamportMutexLarge.cfg large, MCLamportMutexPair.cfg has two processes, and more
   time. What happens later, and a fourth process, are left out. Broken variants of
   the algorithm are in MCLamportMutexBroken; here, MCLamportMutexBrokenUnfair.cfg
   and MCLamportMutexBrokenKept.cfg drop fairness.

   A bound on all steps would cut behaviors off before a request is granted. For
   what happens in the end only the requests are bounded: nobody asks again once
   its clock has passed MaxClock, and what has been asked for is carried through. *)
EXTENDS LamportMutex

CONSTANT MaxClock

ClocksBounded == \A p \in Processes : clock[p] <= MaxClock

AsksInTime(p) == clock[p] <= MaxClock
=============================================================================
