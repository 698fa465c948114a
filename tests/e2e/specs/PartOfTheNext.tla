--------------------------- MODULE PartOfTheNext ---------------------------
(***************************************************************************)
(* A primed function that is applied is evaluated at that point only: the  *)
(* others have no value.                                                   *)
(***************************************************************************)
EXTENDS Naturals, Sequences

VARIABLES queue, served

Places == [i \in 1 .. 3 |-> queue[i] + 1]

Init == queue = <<1>> /\ served = 0

Next ==
    /\ queue' = <<(queue[1] + 1) % 3>>
    /\ served' = Places'[1]
    /\ Places'[1] > 0

Kept == [][Places'[1] = served']_<<queue, served>>
===========================================================================
