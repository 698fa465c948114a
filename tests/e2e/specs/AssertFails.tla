---------------------------- MODULE AssertFails ----------------------------
(* A counter that asserts it never gets as far as 3, and does. *)
EXTENDS Naturals, TLC

VARIABLE count

Init == count = 0

Next == /\ count' = count + 1
        /\ Assert(count' < 3, "the counter has reached 3")
=============================================================================
