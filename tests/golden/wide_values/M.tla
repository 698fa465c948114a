---- MODULE M ----
EXTENDS Naturals, Sequences, TLC
VARIABLES msgs, votes, log
Init == /\ msgs = {[type |-> "propose", bal |-> b, val |-> v] : b \in 1..2, v \in {"a", "b"}}
        /\ votes = [a \in {"a1", "a2", "a3"} |-> [bal |-> 0, val |-> "none", history |-> <<a, a, a>>]]
        /\ log = [i \in 0..4 |-> {i, 100000000 + i, 200000000 + i, 300000000 + i, 400000000 + i}]
Next == /\ msgs' = msgs \cup {[type |-> "vote", bal |-> 7, val |-> "a"]}
        /\ votes' = [votes EXCEPT !["a2"].bal = @ + 1]
        /\ UNCHANGED log
Few == votes["a2"].bal < 1
====
