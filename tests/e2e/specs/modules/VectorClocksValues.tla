------------------------- MODULE VectorClocksValues -------------------------
\* What the operators of VectorClocks give, worked out by hand.
EXTENDS VectorClocks, TLC

Entry(n, c) == [node |-> n, vc |-> c]
Clock(e) == e.vc
Node(e) == e.node
Nodes(c) == DOMAIN c

\* Node 1 sends, node 2 does something by itself and receives, node 1 receives the answer.
Sent == Entry(1, <<1, 0>>)
Alone == Entry(2, <<0, 1>>)
Received == Entry(2, <<1, 2>>)
Answered == Entry(1, <<2, 2>>)

Ordered(log) == CausalOrder(log, Clock, Node, Nodes)

ASSUME InOrder ==
  /\ IsCausalOrder(<<>>, Clock) /\ IsCausalOrder(<<Sent>>, Clock)
  /\ IsCausalOrder(<<Sent, Alone, Received, Answered>>, Clock)
  /\ IsCausalOrder(<<Alone, Sent, Received, Answered>>, Clock)
  /\ ~IsCausalOrder(<<Alone, Received, Sent, Answered>>, Clock)
  /\ ~IsCausalOrder(<<Answered, Sent>>, Clock) /\ ~IsCausalOrder(<<Sent, Sent>>, Clock)
  \* A clock that does not know a node yet.
  /\ IsCausalOrder(<<Entry(1, 1 :> 1), Entry(2, 1 :> 1 @@ 2 :> 1)>>, Clock)
  /\ ~IsCausalOrder(<<Entry(2, 1 :> 1 @@ 2 :> 1), Entry(1, 1 :> 1)>>, Clock)

ASSUME Sorted ==
  /\ Ordered(<<>>) = <<>> /\ Ordered(<<Entry(1, 1 :> 1)>>) = <<Entry(1, 1 :> 1)>>
  /\ Ordered(<<Answered, Received, Alone, Sent>>)
       \in {<<Sent, Alone, Received, Answered>>, <<Alone, Sent, Received, Answered>>}
  /\ Ordered(<<Entry(2, 1 :> 1 @@ 2 :> 1), Entry(1, 1 :> 1)>>) = <<Entry(1, 1 :> 1), Entry(2, 1 :> 1 @@ 2 :> 1)>>

\* From Naturals, Sequences and Functions.
ASSUME Names == Len(<<1>>) = 1 /\ Range(<<1>>) = {1} /\ 2 \in Nat
=============================================================================
