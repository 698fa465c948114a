-------------------------- MODULE SynodicProtocol --------------------------
(* Paxos with what each priest writes down, and where, after the appendix of Leslie
   Lamport, "The Part-Time Parliament", ACM Transactions on Computer Systems 16(2),
   1998, which states the basic protocol of section 2.3 in full. Module Paxos says
   what is agreed; this one what has to outlive a crash, and that a network may do
   what it likes.

   Every priest votes, and runs the ballots that are its own. The back of its ledger
   outlives a crash. The slips of paper on which it notes how its ballot stands do
   not. The network loses messages, delivers them twice, and in any order.      *)
EXTENDS Integers

CONSTANTS
  Priests,
  Quorums,  \* sets of priests; in the paper, the majority sets
  Decrees,  \* what may be agreed upon
  Ballots,  \* ballot numbers
  Owner,    \* Owner[b]: the priest that may run ballot b (B1 in section 2.1)
  Blank     \* stands for "no decree"

ASSUME /\ Ballots \subseteq Nat
       /\ Owner \in [Ballots -> Priests]
       /\ Blank \notin Decrees

VARIABLES
  (* In the ledger. *)
  outcome,    \* outcome[p]: the decree that p has written on the front, or Blank
  lastTried,  \* lastTried[p]: the last ballot that p has tried to run
  nextBal,    \* nextBal[p]: the highest ballot in which p has agreed to take part
  prevVote,   \* prevVote[p]: the vote that p cast last
  (* On slips of paper. *)
  status,     \* status[p]: "idle", "trying" to get promises or "polling" for votes
  prevVotes,  \* prevVotes[p]: the answers to its NextBallot that p has received
  decree,     \* decree[p]: what the ballot of p is about, while it is polling
  voters,     \* voters[p]: those whose votes in its ballot p has received
  (* On the way. *)
  network     \* the messages that may still arrive, perhaps not for the first time

ledger == <<outcome, lastTried, nextBal, prevVote>>
slips  == <<status, prevVotes, decree, voters>>
vars   == <<outcome, lastTried, nextBal, prevVote, status, prevVotes, decree, voters, network>>

NoVote == [bal |-> -1, dec |-> Blank]
Votes  == [bal : Ballots, dec : Decrees] \cup {NoVote}

Messages ==
       [type : {"NextBallot"},  bal : Ballots]
  \cup [type : {"LastVote"},    bal : Ballots, from : Priests, vote : Votes]
  \cup [type : {"BeginBallot"}, bal : Ballots, dec : Decrees]
  \cup [type : {"Voted"},       bal : Ballots, from : Priests]
  \cup [type : {"Success"},     dec : Decrees]

TypeOK == /\ outcome \in [Priests -> Decrees \cup {Blank}]
          /\ lastTried \in [Priests -> Ballots \cup {-1}]
          /\ nextBal \in [Priests -> Ballots \cup {-1}]
          /\ prevVote \in [Priests -> Votes]
          /\ status \in [Priests -> {"idle", "trying", "polling"}]
          /\ prevVotes \in [Priests -> SUBSET [from : Priests, vote : Votes]]
          /\ decree \in [Priests -> Decrees \cup {Blank}]
          /\ voters \in [Priests -> SUBSET Priests]
          /\ network \subseteq Messages

Init == /\ outcome = [p \in Priests |-> Blank]
        /\ lastTried = [p \in Priests |-> -1]
        /\ nextBal = [p \in Priests |-> -1]
        /\ prevVote = [p \in Priests |-> NoVote]
        /\ status = [p \in Priests |-> "idle"]
        /\ prevVotes = [p \in Priests |-> {}]
        /\ decree = [p \in Priests |-> Blank]
        /\ voters = [p \in Priests |-> {}]
        /\ network = {}

-----------------------------------------------------------------------------
Send(m) == network' = network \cup {m}

(* A message is lost. To receive one leaves it where it is, as it may arrive again,
   there or with another priest. *)
Lose(m) == /\ network' = network \ {m}
           /\ UNCHANGED <<ledger, slips>>

(* Priest p gives up what it is doing, if anything, and tries a ballot higher than
   all it has tried: step 1. *)
TryNewBallot(p, b) == /\ Owner[b] = p
                      /\ b > lastTried[p]
                      /\ lastTried' = [lastTried EXCEPT ![p] = b]
                      /\ status' = [status EXCEPT ![p] = "trying"]
                      /\ prevVotes' = [prevVotes EXCEPT ![p] = {}]
                      /\ decree' = [decree EXCEPT ![p] = Blank]
                      /\ voters' = [voters EXCEPT ![p] = {}]
                      /\ Send([type |-> "NextBallot", bal |-> b])
                      /\ UNCHANGED <<outcome, nextBal, prevVote>>

(* Step 2. Priest q promises, in its ledger, to vote in no ballot lower than b. *)
ReceiveNextBallot(q, b) ==
  /\ [type |-> "NextBallot", bal |-> b] \in network
  /\ b > nextBal[q]
  /\ nextBal' = [nextBal EXCEPT ![q] = b]
  /\ Send([type |-> "LastVote", bal |-> b, from |-> q, vote |-> prevVote[q]])
  /\ UNCHANGED <<outcome, lastTried, prevVote, slips>>

ReceiveLastVote(p, m) ==
  /\ m.type = "LastVote" /\ m.bal = lastTried[p]
  /\ status[p] = "trying"
  /\ prevVotes' = [prevVotes EXCEPT ![p] = @ \cup {[from |-> m.from, vote |-> m.vote]}]
  /\ UNCHANGED <<ledger, status, decree, voters, network>>

(* The decrees that condition B3 of section 2.1 leaves to the ballot of p with
   quorum Q. *)
Permitted(p, Q) ==
  LET votes  == {r.vote : r \in {r \in prevVotes[p] : r.from \in Q}} \ {NoVote}
      latest == {v \in votes : \A w \in votes : w.bal <= v.bal}
  IN  IF votes = {} THEN Decrees ELSE {v.dec : v \in latest}

(* Step 3. All of Q have answered. *)
StartPolling(p, Q, d) ==
  /\ status[p] = "trying"
  /\ Q \subseteq {r.from : r \in prevVotes[p]}
  /\ d \in Permitted(p, Q)
  /\ status' = [status EXCEPT ![p] = "polling"]
  /\ decree' = [decree EXCEPT ![p] = d]
  /\ Send([type |-> "BeginBallot", bal |-> lastTried[p], dec |-> d])
  /\ UNCHANGED <<ledger, prevVotes, voters>>

(* Step 4. Priest q notes its vote in its ledger, and says so. *)
ReceiveBeginBallot(q, b, d) ==
  /\ [type |-> "BeginBallot", bal |-> b, dec |-> d] \in network
  /\ b = nextBal[q]
  /\ prevVote' = [prevVote EXCEPT ![q] = [bal |-> b, dec |-> d]]
  /\ Send([type |-> "Voted", bal |-> b, from |-> q])
  /\ UNCHANGED <<outcome, lastTried, nextBal, slips>>

ReceiveVoted(p, m) ==
  /\ m.type = "Voted" /\ m.bal = lastTried[p]
  /\ status[p] = "polling"
  /\ voters' = [voters EXCEPT ![p] = @ \cup {m.from}]
  /\ UNCHANGED <<ledger, status, prevVotes, decree, network>>

(* Step 5. A quorum has voted: p writes the decree in its ledger. *)
Succeed(p) == /\ status[p] = "polling"
              /\ \E Q \in Quorums : Q \subseteq voters[p]
              /\ outcome' = [outcome EXCEPT ![p] = decree[p]]
              /\ Send([type |-> "Success", dec |-> decree[p]])
              /\ UNCHANGED <<lastTried, nextBal, prevVote, slips>>

(* Step 6. *)
ReceiveSuccess(q, d) == /\ [type |-> "Success", dec |-> d] \in network
                        /\ outcome' = [outcome EXCEPT ![q] = d]
                        /\ UNCHANGED <<lastTried, nextBal, prevVote, slips, network>>

(* What priest p finds in its ledger when it comes back: what it wrote there. *)
LastTriedAfterCrash(p) == lastTried[p]
NextBalAfterCrash(p)   == nextBal[p]
PrevVoteAfterCrash(p)  == prevVote[p]

(* Priest p leaves, its slips are lost, and it comes back. While it is away it does
   nothing, as it may do at any time. *)
CrashAndRestart(p) == /\ lastTried' = [lastTried EXCEPT ![p] = LastTriedAfterCrash(p)]
                      /\ nextBal' = [nextBal EXCEPT ![p] = NextBalAfterCrash(p)]
                      /\ prevVote' = [prevVote EXCEPT ![p] = PrevVoteAfterCrash(p)]
                      /\ status' = [status EXCEPT ![p] = "idle"]
                      /\ prevVotes' = [prevVotes EXCEPT ![p] = {}]
                      /\ decree' = [decree EXCEPT ![p] = Blank]
                      /\ voters' = [voters EXCEPT ![p] = {}]
                      /\ UNCHANGED <<outcome, network>>

Next == \/ \E p \in Priests, b \in Ballots : TryNewBallot(p, b)
        \/ \E q \in Priests, b \in Ballots : ReceiveNextBallot(q, b)
        \/ \E p \in Priests, m \in network : ReceiveLastVote(p, m)
        \/ \E p \in Priests, Q \in Quorums, d \in Decrees : StartPolling(p, Q, d)
        \/ \E q \in Priests, b \in Ballots, d \in Decrees : ReceiveBeginBallot(q, b, d)
        \/ \E p \in Priests, m \in network : ReceiveVoted(p, m)
        \/ \E p \in Priests : Succeed(p) \/ CrashAndRestart(p)
        \/ \E q \in Priests, d \in Decrees : ReceiveSuccess(q, d)
        \/ \E m \in network : Lose(m)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* Theorem 1 in the words of section 1.2: no two ledgers contain different decrees. *)
Consistency == \A p, q \in Priests :
                 outcome[p] # Blank /\ outcome[q] # Blank => outcome[p] = outcome[q]

(* What is written in ink stays. *)
InkStays == [][\A p \in Priests : outcome[p] # Blank => outcome'[p] = outcome[p]]_outcome

(* A promise outlives a crash. *)
PromisesRise == [][\A p \in Priests : nextBal'[p] >= nextBal[p]]_nextBal
=============================================================================
