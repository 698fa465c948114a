------------------------------- MODULE Token -------------------------------
EXTENDS TLC

CONSTANTS Nodes, n1

VARIABLES holder

Least == CHOOSE n \in Nodes : TRUE

StartsAtOne == holder = n1
StartsAnywhere == holder \in Nodes
Pass == \E n \in Nodes \ {holder} : holder' = n

SpecOne == StartsAtOne /\ [][Pass]_holder
SpecAny == StartsAnywhere /\ [][Pass]_holder

LeastBegins == holder = Least

Symmetry == Permutations(Nodes)
=============================================================================
