-------------------------------- MODULE Stop --------------------------------
\* Three servers that may stop, and decide by a majority.
EXTENDS Integers

VARIABLES up, done

Init == up = 3 /\ done = FALSE
Crash == up > 0 /\ ~done /\ up' = up - 1 /\ UNCHANGED done
Decide == up >= 2 /\ done' = TRUE /\ UNCHANGED up

Next == Crash \/ Decide

Done == done
Majority == up >= 2
Undecided == ~done
Never == up = 7
Odd == 6 \div up = 2
=============================================================================
