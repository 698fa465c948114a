------------------------ MODULE UndirectedGraphsValues ------------------------
EXTENDS UndirectedGraphs, Integers, Sequences, FiniteSets

Line == [node |-> 1 .. 4, edge |-> {{1, 2}, {2, 3}, {3, 4}}]
Two == [node |-> {"a", "b", "c"}, edge |-> {{"a", "b"}}]
Loop == [node |-> {1}, edge |-> {{1}}]
Empty == [node |-> {}, edge |-> {}]
Odd == [node |-> {1, 2, 3}, edge |-> {{}, {1, 2, 3}, {1, 4}, {2, 3}}]

ASSUME IsAnUndirectedGraph ==
  /\ IsUndirectedGraph(Line)
  /\ IsUndirectedGraph(Loop)
  /\ IsUndirectedGraph(Empty)
  /\ ~IsUndirectedGraph(Odd)
  /\ IsLoopFreeUndirectedGraph(Line)
  /\ ~IsLoopFreeUndirectedGraph(Loop)

ASSUME ItsSubgraphs ==
  /\ UndirectedSubgraph(Empty) = {Empty}
  /\ UndirectedSubgraph(Loop) = {Empty, [node |-> {1}, edge |-> {}], Loop}
  /\ Cardinality(UndirectedSubgraph(Two)) = 10

ASSUME Paths ==
  /\ <<2, 1, 2, 3>> \in Path(Line)
  /\ <<1, 3>> \notin Path(Line)
  /\ << >> \notin Path(Empty)
  /\ <<1, 1>> \in Path(Loop)

ASSUME SimplePaths ==
  /\ SimplePath(Empty) = {}
  /\ SimplePath(Loop) = {<<1>>}
  /\ SimplePath(Two) = {<<"a">>, <<"b">>, <<"c">>, <<"a", "b">>, <<"b", "a">>}
  /\ SimplePath(Odd) = {<<1>>, <<2>>, <<3>>, <<2, 3>>, <<3, 2>>}
  /\ Cardinality(SimplePath(Line)) = 16

ASSUME Connected ==
  /\ AreConnectedIn(4, 1, Line)
  /\ ~AreConnectedIn("a", "c", Two)
  /\ AreConnectedIn("c", "c", Two)
  /\ ~AreConnectedIn(9, 9, Line)
  /\ ~AreConnectedIn(1, 2, Odd)

ASSUME Components ==
  /\ ConnectedComponents(Line) = {1 .. 4}
  /\ ConnectedComponents(Two) = {{"a", "b"}, {"c"}}
  /\ ConnectedComponents(Empty) = {}
  /\ ConnectedComponents(Odd) = {{1}, {2, 3}}
  /\ IsStronglyConnected(Line)
  /\ IsStronglyConnected(Loop)
  /\ ~IsStronglyConnected(Two)
  /\ ~IsStronglyConnected(Empty)

ASSUME AllGraphs ==
  /\ UndirectedGraphs({}) = {Empty}
  /\ Cardinality(UndirectedGraphs({1, 2})) = 8
  /\ Cardinality(UndirectedGraphs(1 .. 3)) = 64

\* What the definitions say, for all graphs with up to three nodes.
ASSUME AsDefined ==
  \A k \in 0 .. 3 : \A G \in UndirectedGraphs(1 .. k) :
    LET paths == {p \in UNION {[1 .. n -> G.node] : n \in 1 .. k} :
                    \A i \in 1 .. (Len(p) - 1) : {p[i], p[i + 1]} \in G.edge}
        linked(m, n) == \E p \in paths : p[1] = m /\ p[Len(p)] = n
    IN  /\ SimplePath(G) = {p \in paths : \A i, j \in DOMAIN p : i # j => p[i] # p[j]}
        /\ \A m, n \in G.node : AreConnectedIn(m, n, G) <=> linked(m, n)
        /\ ConnectedComponents(G) = {{n \in G.node : linked(m, n)} : m \in G.node}
===============================================================================
