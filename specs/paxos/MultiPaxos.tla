----------------------------- MODULE MultiPaxos -----------------------------
(* A row of decrees, after section 3.1 of Leslie Lamport, "The Part-Time Parliament",
   ACM Transactions on Computer Systems 16(2), 1998: "the multi-decree parliament".
   There is an instance of Paxos for each decree number. A new president carries out
   steps 1 and 2 for all of them at once, with one message; after that, a decree
   costs it steps 3 to 5 only.

   Ballot b is that of one president, who is called b here.                     *)
EXTENDS Integers, Sequences

CONSTANTS
  Acceptors,  \* those who vote
  Quorums,    \* sets of acceptors; in the paper, the majority sets
  Learners,   \* those who write decrees in their ledgers, and carry them out
  Values,     \* the decrees that somebody wants
  OliveDay,   \* a decree that nobody minds: "the ides of February is national olive day"
  LastNumber, \* decree numbers are 1 .. LastNumber
  Ballots,    \* ballot numbers
  None        \* stands for "no decree"

ASSUME /\ Ballots \subseteq Nat
       /\ OliveDay \notin Values /\ None \notin Values \cup {OliveDay}

Numbers == 1 .. LastNumber
Decrees == Values \cup {OliveDay}

QuorumsIntersect == \A Q, R \in Quorums : Q \cap R # {}

NoVote == [bal |-> -1, dec |-> None]
Votes  == [bal : Ballots, dec : Decrees] \cup {NoVote}

(* One NextBallot, and one answer to it, stands for all decree numbers. *)
Messages ==
       [type : {"NextBallot"},  bal : Ballots]
  \cup [type : {"LastVote"},    bal : Ballots, from : Acceptors, votes : [Numbers -> Votes]]
  \cup [type : {"BeginBallot"}, bal : Ballots, num : Numbers, dec : Decrees]
  \cup [type : {"Voted"},       bal : Ballots, num : Numbers, from : Acceptors]

VARIABLES
  nextBal,   \* nextBal[a]: the highest ballot in which a has agreed to take part
  prevVote,  \* prevVote[a][n]: the vote for decree n that a cast last
  quorum,    \* quorum[b]: the quorum on whose answers president b acts, {} before it does
  msgs,      \* every message ever sent
  ledger,    \* ledger[l][n]: what l knows to be decree n, or None
  executed   \* executed[l]: the decrees that l has carried out, in that order

vars == <<nextBal, prevVote, quorum, msgs, ledger, executed>>

TypeOK == /\ nextBal \in [Acceptors -> Ballots \cup {-1}]
          /\ prevVote \in [Acceptors -> [Numbers -> Votes]]
          /\ quorum \in [Ballots -> Quorums \cup {{}}]
          /\ msgs \subseteq Messages
          /\ ledger \in [Learners -> [Numbers -> Decrees \cup {None}]]
          /\ executed \in [Learners -> Seq(Decrees)]

Init == /\ nextBal = [a \in Acceptors |-> -1]
        /\ prevVote = [a \in Acceptors |-> [n \in Numbers |-> NoVote]]
        /\ quorum = [b \in Ballots |-> {}]
        /\ msgs = {}
        /\ ledger = [l \in Learners |-> [n \in Numbers |-> None]]
        /\ executed = [l \in Learners |-> <<>>]

-----------------------------------------------------------------------------
Send(m) == msgs' = msgs \cup {m}

(* Step 1, for all decree numbers. *)
NextBallot(b) == /\ Send([type |-> "NextBallot", bal |-> b])
                 /\ UNCHANGED <<nextBal, prevVote, quorum, ledger, executed>>

(* Step 2, for all decree numbers. *)
LastVote(a, b) ==
  /\ [type |-> "NextBallot", bal |-> b] \in msgs
  /\ b > nextBal[a]
  /\ nextBal' = [nextBal EXCEPT ![a] = b]
  /\ Send([type |-> "LastVote", bal |-> b, from |-> a, votes |-> prevVote[a]])
  /\ UNCHANGED <<prevVote, quorum, ledger, executed>>

LastVotes(b, Q) == {m \in msgs : m.type = "LastVote" /\ m.bal = b /\ m.from \in Q}

(* All of Q have answered. From now on b is president, and acts on what these have
   said, for all decree numbers. *)
Preside(b, Q) == /\ quorum[b] = {}
                 /\ {m.from : m \in LastVotes(b, Q)} = Q
                 /\ quorum' = [quorum EXCEPT ![b] = Q]
                 /\ UNCHANGED <<nextBal, prevVote, msgs, ledger, executed>>

(* The votes for decree n that were reported to president b, and the numbers about
   which anything was. *)
VotesFor(n, b) == {m.votes[n] : m \in LastVotes(b, quorum[b])} \ {NoVote}
Reported(b)    == {n \in Numbers : VotesFor(n, b) # {}}

(* President b has made a proposal for decree n. *)
HasProposed(b, n) == \E m \in msgs : m.type = "BeginBallot" /\ m.bal = b /\ m.num = n

(* What president b may propose as decree n:
   - the decree of the latest vote that was reported, as condition B3 demands;
   - where nothing was reported, but something is for a higher number: olive day,
     to close the gap;
   - above all that was reported: a decree that somebody wants, once all lower
     numbers are taken, so that no new gap opens. *)
Permitted(n, b) ==
  LET votes  == VotesFor(n, b)
      latest == {v \in votes : \A w \in votes : w.bal <= v.bal}
  IN  IF votes # {} THEN {v.dec : v \in latest}
      ELSE IF \E i \in Reported(b) : i > n THEN {OliveDay}
      ELSE IF \A i \in 1 .. n - 1 : HasProposed(b, i) THEN Values
      ELSE {}

(* Step 3. *)
BeginBallot(b, n, d) ==
  /\ quorum[b] # {}
  /\ ~HasProposed(b, n)
  /\ d \in Permitted(n, b)
  /\ Send([type |-> "BeginBallot", bal |-> b, num |-> n, dec |-> d])
  /\ UNCHANGED <<nextBal, prevVote, quorum, ledger, executed>>

(* Step 4. *)
Vote(a, b, n, d) ==
  /\ [type |-> "BeginBallot", bal |-> b, num |-> n, dec |-> d] \in msgs
  /\ b = nextBal[a]
  /\ prevVote' = [prevVote EXCEPT ![a][n] = [bal |-> b, dec |-> d]]
  /\ Send([type |-> "Voted", bal |-> b, num |-> n, from |-> a])
  /\ UNCHANGED <<nextBal, quorum, ledger, executed>>

(* A quorum has voted for d as decree n, in one ballot. *)
ChosenIn(b, n, d) ==
  /\ [type |-> "BeginBallot", bal |-> b, num |-> n, dec |-> d] \in msgs
  /\ \E Q \in Quorums : \A a \in Q : [type |-> "Voted", bal |-> b, num |-> n, from |-> a] \in msgs

IsChosen(n, d) == \E b \in Ballots : ChosenIn(b, n, d)

(* Steps 5 and 6. Learner l is told of a decree and writes it in its ledger. Decrees
   become known in any order. *)
Success(l, n, d) == /\ IsChosen(n, d)
                    /\ ledger[l][n] = None
                    /\ ledger' = [ledger EXCEPT ![l][n] = d]
                    /\ UNCHANGED <<nextBal, prevVote, quorum, msgs, executed>>

(* The number of the next decree that l may carry out: those before have been. *)
NextNumber(l) == Len(executed[l]) + 1

Execute(l) == LET n == NextNumber(l)
              IN  /\ n \in Numbers /\ ledger[l][n] # None
                  /\ executed' = [executed EXCEPT ![l] = Append(@, ledger[l][n])]
                  /\ UNCHANGED <<nextBal, prevVote, quorum, msgs, ledger>>

Next == \/ \E b \in Ballots : NextBallot(b)
        \/ \E a \in Acceptors, b \in Ballots : LastVote(a, b)
        \/ \E b \in Ballots, Q \in Quorums : Preside(b, Q)
        \/ \E b \in Ballots, n \in Numbers, d \in Decrees : BeginBallot(b, n, d)
        \/ \E a \in Acceptors, b \in Ballots, n \in Numbers, d \in Decrees : Vote(a, b, n, d)
        \/ \E l \in Learners, n \in Numbers, d \in Decrees : Success(l, n, d)
        \/ \E l \in Learners : Execute(l)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* No number has two decrees. *)
Agreement == \A n \in Numbers, d, e \in Decrees : IsChosen(n, d) /\ IsChosen(n, e) => d = e

LedgersTrue == \A l \in Learners, n \in Numbers :
                 ledger[l][n] # None => IsChosen(n, ledger[l][n])

(* What has been carried out is decree 1, decree 2, ... without a gap. *)
NoGaps == \A l \in Learners : \A n \in 1 .. Len(executed[l]) : executed[l][n] = ledger[l][n]
=============================================================================
