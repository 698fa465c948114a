-------------------------- MODULE UndirectedGraphs --------------------------
\* Undirected graphs: records of a set `node` and a set `edge` of sets of one or two nodes.
LOCAL INSTANCE Naturals
LOCAL INSTANCE Sequences

LOCAL Edge(a, b, G) == {a, b} \in G.edge

IsUndirectedGraph(G) ==
  /\ G = [node |-> G.node, edge |-> G.edge]
  /\ \A e \in G.edge : \E a, b \in G.node : e = {a, b}

IsLoopFreeUndirectedGraph(G) ==
  /\ G = [node |-> G.node, edge |-> G.edge]
  /\ \A e \in G.edge : \E a, b \in G.node : a # b /\ e = {a, b}

\* Those with nodes and edges of G.
UndirectedSubgraph(G) == {H \in [node : SUBSET G.node, edge : SUBSET G.edge] : IsUndirectedGraph(H)}

-----------------------------------------------------------------------------
\* Non-empty sequences of nodes, each with an edge to the next; the simple ones repeat no node.
Path(G) == {p \in Seq(G.node) : p # << >> /\ \A i \in 1 .. (Len(p) - 1) : Edge(p[i], p[i + 1], G)}
SimplePath(G) == {p \in Path(G) : \A i, j \in 1 .. Len(p) : i # j => p[i] # p[j]}

\* There is a path from m to n.
AreConnectedIn(m, n, G) == \E p \in Path(G) : p[1] = m /\ p[Len(p)] = n

\* The largest sets of nodes that are all connected with each other.
ConnectedComponents(G) == {{n \in G.node : AreConnectedIn(m, n, G)} : m \in G.node}

IsStronglyConnected(G) == ConnectedComponents(G) = {G.node}

\* All graphs with the nodes S.
UndirectedGraphs(S) == [node : {S}, edge : SUBSET {{a, b} : a \in S, b \in S}]
=============================================================================
