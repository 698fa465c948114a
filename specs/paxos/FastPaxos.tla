------------------------------ MODULE FastPaxos ------------------------------
(* Fast Paxos, after Leslie Lamport, "Fast Paxos", Distributed Computing 19(2), 2006,
   section 3. In a fast round the coordinator lets the acceptors take the value that
   reaches them first, straight from whoever proposes it: one message delay less. Two
   values may then compete in one round, so that fast rounds need larger quorums, and
   the next coordinator has to look closer at what was voted for.

   The names are those of that paper: rounds are what the parliament calls ballots. *)
EXTENDS Integers

CONSTANTS
  Acceptors,
  ClassicQuorums, FastQuorums,  \* sets of acceptors: the quorums of a classic, a fast round
  Values,
  Rounds,      \* round numbers
  FastRounds,  \* those of them that are fast
  AnyValue,         \* what a coordinator sends that leaves the choice to the acceptors
  None         \* stands for "no value"

ASSUME /\ Rounds \subseteq Nat /\ FastRounds \subseteq Rounds
       /\ AnyValue \notin Values /\ None \notin Values

(* The i-quorums. *)
Quorums(i) == IF i \in FastRounds THEN FastQuorums ELSE ClassicQuorums

(* The Quorum Requirement of section 3.1: (a) any two quorums intersect; (b) any
   quorum and any two fast quorums of one round intersect. *)
QuorumRequirement ==
  \A i \in Rounds : \A Q \in Quorums(i) :
    /\ \A j \in Rounds : \A R \in Quorums(j) : Q \cap R # {}
    /\ \A R, S \in FastQuorums : Q \cap R \cap S # {}

Messages ==
       [type : {"1a"}, rnd : Rounds]
  \cup [type : {"1b"}, rnd : Rounds, acc : Acceptors,
        vrnd : Rounds \cup {-1}, vval : Values \cup {None}]
  \cup [type : {"2a"}, rnd : Rounds, val : Values \cup {AnyValue}]
  \cup [type : {"2b"}, rnd : Rounds, acc : Acceptors, val : Values]

VARIABLES
  proposed,  \* the values that somebody has proposed, to coordinators and acceptors
  rnd,       \* rnd[a]: the highest round in which a has taken part
  vrnd,      \* vrnd[a]: the highest round in which a has voted, or -1 ...
  vval,      \* vval[a]: ... and the value it voted for
  msgs       \* every message ever sent

vars == <<proposed, rnd, vrnd, vval, msgs>>

TypeOK == /\ proposed \subseteq Values
          /\ rnd \in [Acceptors -> Rounds \cup {-1}]
          /\ vrnd \in [Acceptors -> Rounds \cup {-1}]
          /\ vval \in [Acceptors -> Values \cup {None}]
          /\ msgs \subseteq Messages

Init == /\ proposed = {}
        /\ rnd = [a \in Acceptors |-> -1]
        /\ vrnd = [a \in Acceptors |-> -1]
        /\ vval = [a \in Acceptors |-> None]
        /\ msgs = {}

-----------------------------------------------------------------------------
Send(m) == msgs' = msgs \cup {m}

Propose(v) == /\ v \notin proposed
              /\ proposed' = proposed \cup {v}
              /\ UNCHANGED <<rnd, vrnd, vval, msgs>>

(* The coordinator of round i starts it. *)
Phase1a(i) == /\ Send([type |-> "1a", rnd |-> i])
              /\ UNCHANGED <<proposed, rnd, vrnd, vval>>

(* Acceptor a joins round i, and reports its last vote. *)
Phase1b(a, i) ==
  /\ [type |-> "1a", rnd |-> i] \in msgs
  /\ i > rnd[a]
  /\ rnd' = [rnd EXCEPT ![a] = i]
  /\ Send([type |-> "1b", rnd |-> i, acc |-> a, vrnd |-> vrnd[a], vval |-> vval[a]])
  /\ UNCHANGED <<proposed, vrnd, vval>>

(* What quorum Q has told the coordinator of round i. *)
Answers(i, Q) == {m \in msgs : m.type = "1b" /\ m.rnd = i /\ m.acc \in Q}

(* The highest round k in which one of Q has voted, and the votes in it. *)
Latest(i, Q) == LET answers == Answers(i, Q)
                IN  {m \in answers : \A n \in answers : n.vrnd <= m.vrnd}

(* O4(v) of section 3.1: as far as the coordinator can tell, v may have been chosen
   in round k, or may be yet: some k-quorum's members, if they are in Q, voted for v. *)
O4(v, i, Q) ==
  \E m \in Latest(i, Q) : \E R \in Quorums(m.vrnd) :
    \A a \in R \cap Q : \E n \in Latest(i, Q) : n.acc = a /\ n.vval = v

(* The coordinator's rule: what it may send in phase 2a of round i (figure 2). *)
Free(i) == IF i \in FastRounds THEN proposed \cup {AnyValue} ELSE proposed

Permitted(i, Q) ==
  LET values == {m.vval : m \in Latest(i, Q)}
      maybe  == {v \in values : O4(v, i, Q)}
  IN  IF values = {None} THEN Free(i)
      ELSE IF \E v \in values : values = {v} THEN values
      ELSE IF maybe # {} THEN maybe
      ELSE Free(i)

Phase2a(i, Q, v) ==
  /\ ~ \E m \in msgs : m.type = "2a" /\ m.rnd = i
  /\ {m.acc : m \in Answers(i, Q)} = Q
  /\ v \in Permitted(i, Q)
  /\ Send([type |-> "2a", rnd |-> i, val |-> v])
  /\ UNCHANGED <<proposed, rnd, vrnd, vval>>

(* Acceptor a votes once in round i: for what the coordinator says, or, if that is
   AnyValue, for a proposed value that has reached it. *)
Phase2b(a, i, v) ==
  /\ \/ [type |-> "2a", rnd |-> i, val |-> v] \in msgs
     \/ [type |-> "2a", rnd |-> i, val |-> AnyValue] \in msgs /\ v \in proposed
  /\ rnd[a] = i /\ vrnd[a] < i
  /\ vrnd' = [vrnd EXCEPT ![a] = i]
  /\ vval' = [vval EXCEPT ![a] = v]
  /\ Send([type |-> "2b", rnd |-> i, acc |-> a, val |-> v])
  /\ UNCHANGED <<proposed, rnd>>

Next == \/ \E v \in Values : Propose(v)
        \/ \E i \in Rounds : Phase1a(i)
        \/ \E a \in Acceptors, i \in Rounds : Phase1b(a, i)
        \/ \E i \in Rounds : \E Q \in Quorums(i), v \in Values \cup {AnyValue} : Phase2a(i, Q, v)
        \/ \E a \in Acceptors, i \in Rounds, v \in Values : Phase2b(a, i, v)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* A value is chosen when all of a quorum have voted for it in one round. *)
ChosenIn(i, v) == \E Q \in Quorums(i) : \A a \in Q :
                    [type |-> "2b", rnd |-> i, acc |-> a, val |-> v] \in msgs

Chosen == {v \in Values : \E i \in Rounds : ChosenIn(i, v)}

Agreement == \A v, w \in Chosen : v = w
Validity  == Chosen \subseteq proposed

(* The same agreement as that of Paxos. *)
C == INSTANCE Consensus WITH chosen <- Chosen

ImplementsConsensus == C!Spec
=============================================================================
