-------------------------- MODULE MCLamportMutex --------------------------
(* Finite instances of LamportMutex: nobody goes on once a logical clock has
   passed MaxClock. MCLamportMutex.cfg is small, MCLamportMutexLarge.cfg large,
   MCLamportMutexPair.cfg has two processes, and more time. The broken variants
   are in MCLamportMutexBroken. *)
EXTENDS LamportMutex

CONSTANT MaxClock

ClocksBounded == \A p \in Processes : clock[p] <= MaxClock
=============================================================================
