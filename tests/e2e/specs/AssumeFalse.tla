---------------------------- MODULE AssumeFalse ----------------------------
(* An assumption about a constant that the configuration does not meet. *)
EXTENDS Naturals

CONSTANT Limit

ASSUME Limit \in Nat
ASSUME LimitIsPositive == Limit > 0

VARIABLE count

Init == count = 0
Next == count' = (count + 1) % Limit
=============================================================================
