------------------------------ MODULE GraphViz ------------------------------
\* The directed graph G (a record of a set `node` and a set `edge` of pairs) in the language DOT, with the labels VL(node)
\* and EL(edge).
DotDiGraph(G, VL(_), EL(_)) == CHOOSE s \in STRING : TRUE
=============================================================================
