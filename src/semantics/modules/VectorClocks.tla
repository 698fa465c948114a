---------------------------- MODULE VectorClocks ----------------------------
\* Logs of distributed systems in the order of their vector clocks.
EXTENDS Naturals, Sequences, Functions

\* Whether no entry comes after one that its clock says happened later: each has, for some node, a larger time
\* than each before it. A clock without a time for a node has 0.
IsCausalOrder(log, clock(_)) ==
  LET time(entry, d) == IF d \in DOMAIN clock(entry) THEN clock(entry)[d] ELSE 0
      nodes(entry) == DOMAIN clock(entry)
  IN \A i \in 1 .. Len(log) : \A j \in 1 .. (i - 1) :
       \E d \in nodes(log[i]) \cup nodes(log[j]) : time(log[j], d) < time(log[i], d)

\* The log in such an order. node(entry) is where an entry comes from, domain(c) the nodes that a clock c knows.
\* Clocks count the entries of the log: nothing may be left out.
CausalOrder(log, clock(_), node(_), domain(_)) ==
  CHOOSE ordered \in {[i \in DOMAIN log |-> log[p[i]]] : p \in Bijection(DOMAIN log, DOMAIN log)} :
    IsCausalOrder(ordered, clock)
=============================================================================
