----------------------- MODULE MCLamportMutexBroken -----------------------
(* Broken variants of LamportMutex. Each configuration replaces one definition
   of LamportMutex by one of the definitions below, and bounds the clocks as
   MCLamportMutex does. Each says its bounds; what is beyond is left out. *)
EXTENDS LamportMutex

CONSTANT MaxClock

ClocksBounded == \A p \in Processes : clock[p] <= MaxClock

(* Instead of HeardFromAll: p does not wait until everybody has acknowledged its
   request. Must violate Exclusion. *)
NoNeedToHear(p, r) == TRUE

(* Instead of Arriving: a message may overtake those sent before it. An
   acknowledgement that overtakes a request hides it. Must violate Exclusion. *)
AnyMessage(p, q) == DOMAIN channel[p][q]

(* Instead of Before: => without its tie-breaker, so that two requests may have
   equal times. If equals may pass each other, this must violate Exclusion; if
   they block each other, it must end in a deadlock. *)
NotLater(r, s) == r.time <= s.time
Earlier(r, s)  == r.time < s.time
=============================================================================
