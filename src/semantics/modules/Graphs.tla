------------------------------- MODULE Graphs -------------------------------
\* Directed graphs: records of a set `node` and a set `edge` of pairs of nodes.
EXTENDS Naturals, Sequences, FiniteSets, SequencesExt, Relation

IsDirectedGraph(G) ==
  /\ G = [node |-> G.node, edge |-> G.edge]
  /\ G.edge \subseteq G.node \X G.node

\* Those with nodes and edges of G.
DirectedSubgraph(G) ==
  {H \in [node : SUBSET G.node, edge : SUBSET (G.node \X G.node)] : H.edge \subseteq G.edge /\ IsDirectedGraph(H)}

Transpose(G) == [node |-> G.node, edge |-> {<<e[2], e[1]>> : e \in G.edge}]

\* An undirected graph has each edge in both directions.
IsUndirectedGraph(G) == IsDirectedGraph(G) /\ \A e \in G.edge : <<e[2], e[1]>> \in G.edge
UndirectedSubgraph(G) == {H \in DirectedSubgraph(G) : IsUndirectedGraph(H)}

-----------------------------------------------------------------------------
\* Non-empty sequences of nodes, each with an edge to the next; the simple ones repeat no node.
Path(G) == {p \in Seq(G.node) : p # << >> /\ \A i \in 1 .. (Len(p) - 1) : <<p[i], p[i + 1]>> \in G.edge}
SimplePath(G) == {p \in Path(G) : \A i, j \in 1 .. Len(p) : i # j => p[i] # p[j]}

\* There is a path from m to n.
AreConnectedIn(m, n, G) == \E p \in Path(G) : p[1] = m /\ p[Len(p)] = n
IsStronglyConnected(G) == \A m, n \in G.node : AreConnectedIn(m, n, G)
ConnectionsIn(G) == [m, n \in G.node |-> AreConnectedIn(m, n, G)]

-----------------------------------------------------------------------------
Successors(G, n) == {m \in G.node : <<n, m>> \in G.edge}
Predecessors(G, n) == {m \in G.node : <<m, n>> \in G.edge}
AllSuccessors(G, S) == UNION {Successors(G, n) : n \in S}
AllPredecessors(G, S) == UNION {Predecessors(G, n) : n \in S}

\* The nodes with a path of one edge or more from n, and to n.
Descendants(G, n) ==
  LET reached == [a \in G.node |-> {b \in G.node : \E k \in Successors(G, a) : AreConnectedIn(k, b, G)}]
  IN  {m \in G.node : m \in reached[n]}
Ancestors(G, n) ==
  LET reaching == [b \in G.node |-> {a \in G.node : \E k \in Predecessors(G, b) : AreConnectedIn(a, k, G)}]
  IN  {m \in G.node : m \in reaching[n]}

InDegree(G, n) == Cardinality(Predecessors(G, n))
OutDegree(G, n) == Cardinality(Successors(G, n))
Roots(G) == {n \in G.node : Predecessors(G, n) = {}}
Leaves(G) == {n \in G.node : Successors(G, n) = {}}

-----------------------------------------------------------------------------
\* A tree's edges point to its root r: one from every other node, none from r.
IsTreeWithRoot(G, r) ==
  /\ IsDirectedGraph(G)
  /\ r \in G.node
  /\ \A e \in G.edge : e[1] # r /\ \A f \in G.edge : f[1] = e[1] => f = e
  /\ \A n \in G.node : AreConnectedIn(n, r, G)

\* Every edge goes from one of U and V to the other.
IsBipartiteWithPartitions(G, U, V) ==
  /\ U \cap V = {}
  /\ G.node \subseteq U \cup V
  /\ \A e \in G.edge : (e[1] \in U /\ e[2] \in V) \/ (e[1] \in V /\ e[2] \in U)

HasCycle(G) == \E n \in G.node : \E m \in Successors(G, n) : AreConnectedIn(m, n, G)
IsDag(G) == IsDirectedGraph(G) /\ ~HasCycle(G)

-----------------------------------------------------------------------------
GraphUnion(G, H) == [node |-> G.node \cup H.node, edge |-> G.edge \cup H.edge]
EmptyGraph == [node |-> {}, edge |-> {}]

\* All graphs with the nodes S.
Graphs(S) == [node : {S}, edge : SUBSET (S \X S)]
=============================================================================
