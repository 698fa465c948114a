------------------------------- MODULE Voting -------------------------------
(* How votes lead to agreement, without messages: the mathematics of section 2.1
   of Leslie Lamport, "The Part-Time Parliament", ACM Transactions on Computer
   Systems 16(2), 1998. Everybody sees here what everybody has done. Paxos is the
   same protocol for those who only know what they are told.

   The paper calls the decree of ballot B Bdec and those who voted in it Bvot:
   decree[b] and voters[b] for the ballot of number b.                         *)
EXTENDS Integers

CONSTANTS
  Acceptors,     \* those who vote
  Phase1Quorums, \* sets of acceptors that let a ballot begin, and ...
  Phase2Quorums, \* ... sets of acceptors whose votes choose. In the paper, the same sets
  Values,        \* what may be agreed upon
  Ballots,       \* ballot numbers
  None           \* stands for "no value"

(* Condition B2 of section 2.1, as far as agreement needs it: those who let a
   ballot begin have an acceptor in common with those whose votes choose. *)
QuorumsIntersect == \A Q \in Phase1Quorums, R \in Phase2Quorums : Q \cap R # {}

VARIABLES
  proposed,  \* the values that somebody has asked for
  nextBal,   \* nextBal[a]: the highest ballot in which a has agreed to take part
  decree,    \* decree[b]: the value that ballot b is about, None before it begins
  voters     \* voters[b]: the acceptors that have voted in ballot b

vars == <<proposed, nextBal, decree, voters>>

TypeOK == /\ proposed \subseteq Values
          /\ nextBal \in [Acceptors -> Ballots \cup {-1}]
          /\ decree \in [Ballots -> Values \cup {None}]
          /\ voters \in [Ballots -> SUBSET Acceptors]

Init == /\ proposed = {}
        /\ nextBal = [a \in Acceptors |-> -1]
        /\ decree = [b \in Ballots |-> None]
        /\ voters = [b \in Ballots |-> {}]

-----------------------------------------------------------------------------
Propose(v) == /\ v \notin proposed
              /\ proposed' = proposed \cup {v}
              /\ UNCHANGED <<nextBal, decree, voters>>

(* Acceptor a promises to vote in no ballot lower than b from now on. *)
Promise(a, b) == /\ nextBal[a] < b
                 /\ nextBal' = [nextBal EXCEPT ![a] = b]
                 /\ UNCHANGED <<proposed, decree, voters>>

(* The ballots before b in which a member of Q has voted. *)
EarlierVotes(b, Q) == {c \in Ballots : c < b /\ voters[c] \cap Q # {}}

(* Condition B3: the decree of ballot b is that of the latest earlier ballot in
   which one of its quorum Q has voted, if there is any. *)
Permitted(b, Q) ==
  LET votes == EarlierVotes(b, Q)
  IN  IF votes = {} THEN proposed
      ELSE {decree[c] : c \in {c \in votes : \A d \in votes : d <= c}}

(* Ballot b begins with v. All of a quorum have promised, so that none of them
   can change any more what condition B3 looks at. *)
Begin(b, v) == /\ decree[b] = None
               /\ \E Q \in Phase1Quorums : /\ \A a \in Q : nextBal[a] >= b
                                           /\ v \in Permitted(b, Q)
               /\ decree' = [decree EXCEPT ![b] = v]
               /\ UNCHANGED <<proposed, nextBal, voters>>

(* Acceptor a votes in ballot b, in which it has agreed to take part. *)
Vote(a, b) == /\ decree[b] # None
              /\ nextBal[a] = b
              /\ voters' = [voters EXCEPT ![b] = @ \cup {a}]
              /\ UNCHANGED <<proposed, nextBal, decree>>

Next == \/ \E v \in Values : Propose(v)
        \/ \E a \in Acceptors, b \in Ballots : Promise(a, b) \/ Vote(a, b)
        \/ \E b \in Ballots, v \in Values : Begin(b, v)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* A ballot succeeds when a quorum has voted in it; its decree is then chosen. *)
Succeeds(b) == \E Q \in Phase2Quorums : Q \subseteq voters[b]

Chosen == {decree[b] : b \in {b \in Ballots : Succeeds(b)}}

(* Theorem 1 of section 2.1. *)
Agreement == \A v, w \in Chosen : v = w

(* The lemma before it: a ballot after one that succeeds is about the same. *)
ChosenValuePrevails ==
  \A b, c \in Ballots : b < c /\ Succeeds(b) /\ decree[c] # None => decree[c] = decree[b]

(* Voting implements Consensus: its steps, seen through what is chosen, are steps
   of Consensus or change nothing there. *)
C == INSTANCE Consensus WITH chosen <- Chosen

ImplementsConsensus == C!Spec
=============================================================================
