------------------------------- MODULE Paxos -------------------------------
(* Single-decree Paxos, after Leslie Lamport, "The Part-Time Parliament", ACM
   Transactions on Computer Systems 16(2), 1998: the basic protocol of section
   2.3. Processes agree on one value, although messages may be lost, duplicated
   and delivered in any order, and processes may stop and start again.

   The paper tells of a parliament of priests. Its words, and ours:
     priest who votes            acceptor
     priest who runs a ballot    proposer of that ballot
     decree                      value
     back of the ledger          nextBal and prevVote, which outlive a crash   *)
EXTENDS Integers

CONSTANTS
  Acceptors,  \* those who vote
  Quorums,    \* sets of acceptors; in the paper, the majority sets
  Values,     \* what may be agreed upon
  Ballots,    \* ballot numbers; each belongs to one proposer (B1 in section 2.1)
  None        \* stands for "no value"

ASSUME /\ Quorums \subseteq SUBSET Acceptors
       /\ Ballots \subseteq Nat
       /\ None \notin Values

(* The quorums whose answers let a ballot begin, and those whose votes choose. In
   the paper they are the same sets, and so they are here, unless a model replaces
   them: Howard, Malkhi and Spiegelman, "Flexible Paxos: Quorum Intersection
   Revisited", OPODIS 2016, noticed that only the one kind has to meet the other. *)
Phase1Quorums == Quorums
Phase2Quorums == Quorums

(* Condition B2 of section 2.1: any two quorums have an acceptor in common, if
   they are of different kinds. Paxos is only correct where it holds. It is not
   assumed here, so that a model can show what happens where it does not. *)
QuorumsIntersect == \A Q \in Phase1Quorums, R \in Phase2Quorums : Q \cap R # {}

(* A vote, as an acceptor notes and reports it. *)
NoVote == [bal |-> -1, val |-> None]
Votes  == [bal : Ballots, val : Values] \cup {NoVote}

(* The messages of section 2.3. Success is only sent for others to write down. *)
Messages ==
       [type : {"NextBallot"},  bal : Ballots]
  \cup [type : {"LastVote"},    bal : Ballots, from : Acceptors, vote : Votes]
  \cup [type : {"BeginBallot"}, bal : Ballots, val : Values]
  \cup [type : {"Voted"},       bal : Ballots, from : Acceptors]
  \cup [type : {"Success"},     val : Values]

VARIABLES
  proposed,  \* the values that somebody has asked for
  nextBal,   \* nextBal[a]: the highest ballot in which a has agreed to take part
  prevVote,  \* prevVote[a]: the vote that a cast last, in its highest ballot
  msgs       \* every message ever sent

vars == <<proposed, nextBal, prevVote, msgs>>

TypeOK == /\ proposed \subseteq Values
          /\ nextBal \in [Acceptors -> Ballots \cup {-1}]
          /\ prevVote \in [Acceptors -> Votes]
          /\ msgs \subseteq Messages

Init == /\ proposed = {}
        /\ nextBal = [a \in Acceptors |-> -1]
        /\ prevVote = [a \in Acceptors |-> NoVote]
        /\ msgs = {}

-----------------------------------------------------------------------------
(* A message stays in msgs once it is sent. To receive it is to find it there:
   soon, late, twice, or never if it is lost. *)
Send(m) == msgs' = msgs \cup {m}

(* Somebody would like v to be agreed upon. *)
Propose(v) == /\ v \notin proposed
              /\ proposed' = proposed \cup {v}
              /\ UNCHANGED <<nextBal, prevVote, msgs>>

(* Step 1. The proposer of ballot b asks every acceptor to take part in it. A
   proposer that gives up starts again with a higher ballot; here any of its
   ballots may go on meanwhile, which allows more than the paper does. *)
Phase1a(b) == /\ Send([type |-> "NextBallot", bal |-> b])
              /\ UNCHANGED <<proposed, nextBal, prevVote>>

(* Step 2. Acceptor a, invited to a ballot higher than any before, promises to
   vote in no lower one from now on, and reports the last vote it cast. *)
Phase1b(a, b) == /\ [type |-> "NextBallot", bal |-> b] \in msgs
                 /\ b > nextBal[a]
                 /\ nextBal' = [nextBal EXCEPT ![a] = b]
                 /\ Send([type |-> "LastVote", bal |-> b, from |-> a, vote |-> prevVote[a]])
                 /\ UNCHANGED <<proposed, prevVote>>

(* What has reached the proposer of ballot b from the acceptors in Q. *)
LastVotes(b, Q) == {m \in msgs : m.type = "LastVote" /\ m.bal = b /\ m.from \in Q}

(* The values that condition B3 of section 2.1 leaves to ballot b with quorum Q:
   that of the latest vote among Q's, or, when none of Q has voted, any. *)
Permitted(b, Q) ==
  LET votes  == {m.vote : m \in LastVotes(b, Q)} \ {NoVote}
      latest == {v \in votes : \A w \in votes : w.bal <= v.bal}
  IN  IF votes = {} THEN proposed ELSE {v.val : v \in latest}

(* The values that ballot b has begun with. *)
ValuesOf(b) == {v \in Values : [type |-> "BeginBallot", bal |-> b, val |-> v] \in msgs}

(* Condition B1: a ballot is about one value. *)
NotBegun(b) == ValuesOf(b) = {}

(* Step 3. Every acceptor of quorum Q has answered. The proposer of ballot b
   begins it with a value v that respects their votes. *)
Phase2a(b, Q, v) == /\ NotBegun(b)
                    /\ {m.from : m \in LastVotes(b, Q)} = Q
                    /\ v \in Permitted(b, Q)
                    /\ Send([type |-> "BeginBallot", bal |-> b, val |-> v])
                    /\ UNCHANGED <<proposed, nextBal, prevVote>>

(* Step 4. Acceptor a votes for v in ballot b, unless it has moved on to a higher
   ballot since it agreed to take part in this one. In the paper only the quorum of
   step 3 is asked to vote; here everyone who has agreed to take part may. *)
Phase2b(a, b, v) == /\ [type |-> "BeginBallot", bal |-> b, val |-> v] \in msgs
                    /\ b = nextBal[a]
                    /\ prevVote' = [prevVote EXCEPT ![a] = [bal |-> b, val |-> v]]
                    /\ Send([type |-> "Voted", bal |-> b, from |-> a])
                    /\ UNCHANGED <<proposed, nextBal>>

(* A quorum has voted in ballot b. *)
Succeeds(b) == \E Q \in Phase2Quorums : \A a \in Q :
                  [type |-> "Voted", bal |-> b, from |-> a] \in msgs

(* Step 5. The proposer of a ballot that succeeds writes its value v in its
   ledger and tells everybody, who do the same (step 6). *)
Succeed(b, v) == /\ [type |-> "BeginBallot", bal |-> b, val |-> v] \in msgs
                 /\ Succeeds(b)
                 /\ Send([type |-> "Success", val |-> v])
                 /\ UNCHANGED <<proposed, nextBal, prevVote>>

Next == \/ \E v \in Values : Propose(v)
        \/ \E b \in Ballots : Phase1a(b)
        \/ \E a \in Acceptors, b \in Ballots : Phase1b(a, b)
        \/ \E b \in Ballots, Q \in Phase1Quorums, v \in Values : Phase2a(b, Q, v)
        \/ \E a \in Acceptors, b \in Ballots, v \in Values : Phase2b(a, b, v)
        \/ \E b \in Ballots, v \in Values : Succeed(b, v)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* A value is chosen as soon as a quorum has voted for it in one ballot, even
   when nobody knows it yet. *)
ChosenIn(b) == IF Succeeds(b) THEN ValuesOf(b) ELSE {}

Chosen == UNION {ChosenIn(b) : b \in Ballots}

(* What may have been written in a ledger. *)
Announced == {v \in Values : [type |-> "Success", val |-> v] \in msgs}

(* Theorem 1 of section 2.1: at most one value is ever chosen. *)
Agreement == \A v, w \in Chosen : v = w

(* Whoever reads a ledger reads that value, and so no two ledgers differ, ... *)
Consistency == Announced \subseteq Chosen
LedgersAgree == \A v, w \in Announced : v = w

(* ... and somebody had asked for it. *)
Validity == Chosen \subseteq proposed

(* A promise binds: nobody votes above the ballot it last agreed to join. *)
VotesWithinPromises == \A a \in Acceptors : prevVote[a].bal <= nextBal[a]

(* Condition B1, as the proposers keep it. *)
OneValuePerBallot == \A b \in Ballots : \A v, w \in ValuesOf(b) : v = w

(* The heart of the proof (the lemma of section 2.1): once a ballot has chosen a
   value, no later ballot is about another one. *)
ChosenValuePrevails == \A b, c \in Ballots :
                          b < c => \A v \in ChosenIn(b) : ValuesOf(c) \subseteq {v}

(* Promises only rise, and nothing that is chosen is ever unchosen. *)
PromisesRise == [][\A a \in Acceptors : nextBal'[a] >= nextBal[a]]_nextBal
ChosenForever == [][Chosen \subseteq Chosen']_msgs

-----------------------------------------------------------------------------
(* Paxos implements Voting: whoever reads in msgs what every ballot is about, and
   who has voted in it, sees the steps of Voting. The other steps, such as sending
   an invitation, change nothing there. *)
Decree(b) == IF NotBegun(b) THEN None ELSE CHOOSE v \in Values : v \in ValuesOf(b)
Voters(b) == {a \in Acceptors : [type |-> "Voted", bal |-> b, from |-> a] \in msgs}

V == INSTANCE Voting WITH decree <- [b \in Ballots |-> Decree(b)],
                          voters <- [b \in Ballots |-> Voters(b)]

ImplementsVoting == V!Spec

(* ... and hence Consensus, which a model can also see at once. *)
C == INSTANCE Consensus WITH chosen <- Chosen

ImplementsConsensus == C!Spec
=============================================================================
