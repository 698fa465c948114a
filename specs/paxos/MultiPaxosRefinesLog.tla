------------------------ MODULE MultiPaxosRefinesLog ------------------------
(* The multi-decree parliament, section 3.1 of Leslie Lamport, "The Part-Time Parliament",
   ACM Transactions on Computer Systems 16(2), 1998, implements a replicated log (the state
   machine approach of section 4.1): the same that Raft implements, see
   specs/raft/RaftRefinesLog.tla. The decrees are the commands, olive days among them.
   What is chosen is decree 1, decree 2, ... up to the first that is not passed yet; a
   learner has applied what it has carried out. *)
EXTENDS MultiPaxos, FiniteSets

IsPassed(n) == \E d \in Decrees : IsChosen(n, d)

(* How many decrees are passed without a gap. *)
PassedInARow == Cardinality({n \in Numbers : \A i \in 1 .. n : IsPassed(i)})

chosen  == [n \in 1 .. PassedInARow |-> CHOOSE d \in Decrees : IsChosen(n, d)]
applied == executed

Log == INSTANCE ReplicatedLog WITH Replicas <- Learners, Commands <- Decrees

RefinesLog == Log!Spec
=============================================================================
