--------------------------- MODULE FunctionSteps ----------------------------
\* A function that is applied as a conjunct of Next: its body is searched as an action where it is a function
\* constructor, and tested where it has been built already. Each action has its own place, so that the figures
\* show which of them yields how many successors.
EXTENDS Integers
CONSTANT Small
VARIABLES place, seen

Built == [i \in Small |-> TRUE \/ i = i]
Wide == [s \in SUBSET Small |-> TRUE \/ s = s]
Endless == [n \in Nat |-> TRUE \/ n = n]
Looks == [i \in Small |-> place = place \/ TRUE]
Reaches[i \in Small] == i = 1 \/ (i > 1 /\ Reaches[i - 1])
Pairs[i \in Small, j \in Small] == i = j \/ (i > j /\ Pairs[i - 1, j]) \/ (i < j /\ Pairs[i, j - 1])
Given(f) == f[2]
To[i \in Small] == IF i = 1 THEN place' \in {20, 21} ELSE To[i - 1]

Init == place = 0 /\ seen = [i \in Small |-> TRUE]

Go(to) == place = 0 /\ place' = to /\ UNCHANGED seen
Next ==
  \/ Built[1] /\ Go(1)                                        \* 1
  \/ Wide[{}] /\ Go(2)                                        \* 2
  \/ Endless[7] /\ Go(3)                                      \* 2
  \/ Looks[1] /\ Go(4)                                        \* 2
  \/ [i \in Small |-> TRUE \/ TRUE][2] /\ Go(5)               \* 2
  \/ Reaches[3] /\ Go(6)                                      \* 1
  \/ Pairs[1, 3] /\ Go(7)                                     \* 1
  \/ Pairs[<<3, 1>>] /\ Go(8)                                 \* 1
  \/ Given([i \in Small |-> TRUE \/ TRUE]) /\ Go(9)           \* 2
  \/ LET Safe[i \in 0 .. 3] == i = 0 \/ \E j \in 0 .. (i - 1) : Safe[j] IN Safe[3] /\ Go(10)  \* 4
  \/ LET Both == [i \in Small |-> TRUE \/ place = 0] IN Both[1] /\ Both[2] /\ Go(11)          \* 4
  \/ seen[1] /\ Go(12)                                        \* 1
  \/ place = 0 /\ To[3] /\ UNCHANGED seen                     \* 2
  \/ Go(13) /\ Looks[1]                                       \* 1
  \/ (\A i \in Small : Looks[i]) /\ Go(14)                    \* 8
  \/ place > 0 /\ UNCHANGED <<place, seen>>
=============================================================================
