---- MODULE M ----
EXTENDS SVG
ASSUME NodesOfDirectedMultiGraph({1, 2}, {<<1, 2>>}, [algo |-> "Sugiyama"])[1].x = 0
====
