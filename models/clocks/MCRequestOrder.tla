--------------------------- MODULE MCRequestOrder ---------------------------
(* Finite instances of RequestOrder with three processes: nobody goes on once a logical
   clock has passed MaxClock, as in MCLamportMutex. MCRequestOrder.cfg has a bound within
   which MCRequestOrderNotWaiting.cfg fails, in which nobody waits for acknowledgements.
   What happens later, and a fourth process, are left out. *)
EXTENDS RequestOrder

CONSTANT MaxClock

ClocksBounded == \A p \in Processes : clock[p] <= MaxClock

(* Instead of HeardFromAll: p does not wait until everybody has acknowledged its request. *)
NoNeedToHear(p, r) == TRUE
=============================================================================
