----------------------------- MODULE GraphsValues -----------------------------
EXTENDS Graphs

Line == [node |-> 1 .. 4, edge |-> {<<1, 2>>, <<2, 3>>, <<3, 4>>}]
Ring == [node |-> {"a", "b", "c"}, edge |-> {<<"a", "b">>, <<"b", "c">>, <<"c", "a">>}]
Loops == [node |-> {1, 2}, edge |-> {<<1, 1>>, <<2, 2>>}]
Tree == [node |-> 1 .. 5, edge |-> {<<2, 1>>, <<3, 1>>, <<4, 2>>, <<5, 2>>}]
Outside == [node |-> {1, 2}, edge |-> {<<1, 3>>, <<3, 2>>, <<1>>, <<1, 2, 2>>}]
One == [node |-> {0}, edge |-> {}]

ASSUME IsADirectedGraph ==
  /\ IsDirectedGraph(Line)
  /\ IsDirectedGraph(EmptyGraph)
  /\ ~IsDirectedGraph(Outside)
  /\ ~IsDirectedGraph([node |-> {1}, edge |-> {}, more |-> 0])

ASSUME ItsSubgraphs ==
  /\ DirectedSubgraph(EmptyGraph) = {EmptyGraph}
  /\ Cardinality(DirectedSubgraph([node |-> {1, 2}, edge |-> {<<1, 2>>}])) = 5
  /\ DirectedSubgraph(One) = {EmptyGraph, One}
  /\ UndirectedSubgraph([node |-> {1, 2}, edge |-> {<<1, 2>>, <<2, 1>>}])
       = {[node |-> N, edge |-> {}] : N \in SUBSET {1, 2}}
           \cup {[node |-> {1, 2}, edge |-> {<<1, 2>>, <<2, 1>>}]}

ASSUME ItsTranspose ==
  /\ Transpose(Ring).edge = {<<"b", "a">>, <<"c", "b">>, <<"a", "c">>}
  /\ Transpose(Transpose(Line)) = Line
  /\ Transpose(EmptyGraph) = EmptyGraph

ASSUME Undirected ==
  /\ IsUndirectedGraph(EmptyGraph)
  /\ IsUndirectedGraph(Loops)
  /\ ~IsUndirectedGraph(Line)
  /\ IsUndirectedGraph(GraphUnion(Line, Transpose(Line)))

ASSUME Paths ==
  /\ <<1, 2, 3>> \in Path(Line)
  /\ <<1>> \in Path(Line)
  /\ << >> \notin Path(Line)
  /\ <<2, 1>> \notin Path(Line)
  /\ <<1, 1, 1, 1>> \in Path(Loops)

ASSUME SimplePaths ==
  /\ SimplePath(EmptyGraph) = {}
  /\ SimplePath(One) = {<<0>>}
  /\ SimplePath(Loops) = {<<1>>, <<2>>}
  /\ SimplePath(Ring)
       = {<<"a">>, <<"b">>, <<"c">>, <<"a", "b">>, <<"b", "c">>, <<"c", "a">>, <<"a", "b", "c">>, <<"b", "c", "a">>,
          <<"c", "a", "b">>}
  /\ Cardinality(SimplePath(Line)) = 10
  /\ Cardinality(SimplePath([node |-> 1 .. 5, edge |-> (1 .. 5) \X (1 .. 5)])) = 5 + 20 + 60 + 120 + 120
  /\ SimplePath(Outside) = {<<1>>, <<2>>}

ASSUME Connected ==
  /\ AreConnectedIn(1, 4, Line)
  /\ ~AreConnectedIn(4, 1, Line)
  /\ AreConnectedIn(2, 2, Line)
  /\ ~AreConnectedIn(5, 5, Line)
  /\ ~AreConnectedIn(1, 5, Line)
  /\ ~AreConnectedIn(1, 2, Outside)
  /\ ~AreConnectedIn(1, "x", EmptyGraph)
  /\ \A m, n \in Ring.node : AreConnectedIn(m, n, Ring)

ASSUME StronglyConnected ==
  /\ IsStronglyConnected(Ring)
  /\ IsStronglyConnected(EmptyGraph)
  /\ IsStronglyConnected(One)
  /\ ~IsStronglyConnected(Line)
  /\ ~IsStronglyConnected(Loops)
  /\ ~IsStronglyConnected(Transpose(Line))

ASSUME Connections ==
  /\ ConnectionsIn(Line) = [m, n \in 1 .. 4 |-> m <= n]
  /\ ConnectionsIn(Ring) = [m, n \in Ring.node |-> TRUE]
  /\ ConnectionsIn(EmptyGraph) = << >>

\* What the definition says, for all graphs with up to three nodes: a path need not be longer than there are nodes.
ASSUME AsDefined ==
  \A k \in 0 .. 3 : \A G \in Graphs(1 .. k) :
    LET paths == {p \in UNION {[1 .. n -> G.node] : n \in 1 .. k} :
                    \A i \in 1 .. (Len(p) - 1) : <<p[i], p[i + 1]>> \in G.edge}
        simple == {p \in paths : \A i, j \in DOMAIN p : i # j => p[i] # p[j]}
        linked(m, n) == \E p \in simple : p[1] = m /\ p[Len(p)] = n
    IN  /\ SimplePath(G) = simple
        /\ \A m, n \in G.node : AreConnectedIn(m, n, G) <=> linked(m, n)
        /\ IsStronglyConnected(G) <=> \A m, n \in G.node : linked(m, n)
        /\ ConnectionsIn(G) = [m, n \in G.node |-> linked(m, n)]
        /\ HasCycle(G) <=> \E m, n \in G.node : linked(m, n) /\ <<n, m>> \in G.edge
        /\ \A n \in G.node : Descendants(G, n) = {m \in G.node : \E l \in G.node : <<n, l>> \in G.edge /\ linked(l, m)}
        /\ \A n \in G.node : Ancestors(G, n) = {m \in G.node : n \in Descendants(G, m)}

ASSUME Trees ==
  /\ IsTreeWithRoot(Tree, 1)
  /\ ~IsTreeWithRoot(Tree, 2)
  /\ ~IsTreeWithRoot(Transpose(Tree), 1)
  /\ IsTreeWithRoot(One, 0)
  /\ ~IsTreeWithRoot(EmptyGraph, 0)
  /\ ~IsTreeWithRoot(Ring, "a")
  /\ ~IsTreeWithRoot([node |-> {1, 2, 3}, edge |-> {<<2, 1>>}], 1)

ASSUME Unions ==
  /\ GraphUnion(One, Loops) = [node |-> {0, 1, 2}, edge |-> Loops.edge]
  /\ GraphUnion(EmptyGraph, EmptyGraph) = EmptyGraph

ASSUME Bipartite ==
  /\ IsBipartiteWithPartitions(Line, {1, 3}, {2, 4})
  /\ ~IsBipartiteWithPartitions(Line, {1, 2}, {3, 4})
  /\ ~IsBipartiteWithPartitions(Line, {1, 3}, {2})
  /\ ~IsBipartiteWithPartitions(Line, {1, 2, 3}, {2, 4})
  /\ IsBipartiteWithPartitions(EmptyGraph, {}, {})

ASSUME Cycles ==
  /\ HasCycle(Ring)
  /\ HasCycle(Loops)
  /\ ~HasCycle(Line)
  /\ IsDag(Line)
  /\ IsDag(EmptyGraph)
  /\ ~IsDag(Ring)
  /\ ~IsDag(Outside)

ASSUME Neighbours ==
  /\ Successors(Tree, 2) = {1}
  /\ Successors(Tree, 9) = {}
  /\ Predecessors(Tree, 2) = {4, 5}
  /\ AllSuccessors(Tree, {4, 3}) = {1, 2}
  /\ AllSuccessors(Tree, {}) = {}
  /\ AllPredecessors(Tree, {1, 2}) = {2, 3, 4, 5}
  /\ InDegree(Tree, 1) = 2
  /\ OutDegree(Tree, 1) = 0
  /\ Roots(Tree) = {3, 4, 5}
  /\ Leaves(Tree) = {1}
  /\ Roots(Ring) = {}

ASSUME Reachable ==
  /\ Ancestors(Tree, 1) = {2, 3, 4, 5}
  /\ Ancestors(Tree, 3) = {}
  /\ Descendants(Tree, 4) = {1, 2}
  /\ Descendants(Ring, "a") = Ring.node
  /\ Ancestors(Loops, 1) = {1}

ASSUME AllGraphs ==
  /\ Graphs({}) = {EmptyGraph}
  /\ Cardinality(Graphs({1, 2})) = 16
  /\ Graphs({7}) = {[node |-> {7}, edge |-> {}], [node |-> {7}, edge |-> {<<7, 7>>}]}
===============================================================================
