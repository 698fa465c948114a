------------------------------ MODULE Counters ------------------------------
(***************************************************************************)
(* Four counters that count to N in any order, and a note of two of them.  *)
(* Many small states, found fast: for measuring memory and checkpoints.    *)
(***************************************************************************)
EXTENDS Naturals, Sequences

CONSTANT N

VARIABLES a, b, c, d, note

Init == a = 0 /\ b = 0 /\ c = 0 /\ d = 0 /\ note = <<>>

Next == \/ a < N /\ a' = a + 1 /\ UNCHANGED <<b, c, d, note>>
        \/ b < N /\ b' = b + 1 /\ UNCHANGED <<a, c, d, note>>
        \/ c < N /\ c' = c + 1 /\ note' = <<a, c>> /\ UNCHANGED <<a, b, d>>
        \/ d < N /\ d' = d + 1 /\ UNCHANGED <<a, b, c, note>>
=============================================================================
