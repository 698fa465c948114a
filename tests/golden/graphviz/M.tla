---- MODULE M ----
EXTENDS GraphViz, TLC, Integers, Sequences
G == [node |-> {"a", "b", "c"}, edge |-> {<<"a", "b">>, <<"b", "a">>, <<"c", "d">>}]
ASSUME PrintT(DotDiGraph(G, LAMBDA n : n, LAMBDA e : e[1] \o e[2]))
ASSUME DotDiGraph([node |-> {}, edge |-> {}], LAMBDA n : n, LAMBDA e : e) = "digraph MyGraph {}"
ASSUME \A k \in 1 .. 2 : PrintT(DotDiGraph([node |-> {k}, edge |-> {<<k, k, 7>>}], LAMBDA n : n + k, LAMBDA e : e[3]))
====
