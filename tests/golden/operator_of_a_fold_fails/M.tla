---- MODULE M ----
EXTENDS SequencesExt
VARIABLE queues
Heads(f) == FoldFunction(LAMBDA q, n : n + Head(q), 0, f)
Init == queues = <<<<1>>, <<2>>>>
Next == /\ Heads(queues) < 10
        /\ queues' = [queues EXCEPT ![1] = Tail(@)]
====
