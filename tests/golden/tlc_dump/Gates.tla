---- MODULE Gates ----
EXTENDS Naturals
VARIABLES lock, words
Init == lock \in {0, 1} /\ words = "say \"go\\stop\""
Raise(by) == lock + by < 6 /\ lock' = lock + by /\ UNCHANGED words
Turn == lock' = (lock + 1) % 4 /\ words' = IF words = "q" THEN "say \"go\\stop\"" ELSE "q"
Twice == lock = 0 /\ (lock' = 0 \/ lock' = 0) /\ UNCHANGED words
Next == (\E by \in 1..2 : Raise(by)) \/ Turn \/ Twice
Low == lock < 4
Quiet == ~(lock = 3 /\ words = "q")
Parity == lock % 2
====
