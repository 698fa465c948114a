----------------------------- MODULE Presidents -----------------------------
(* When Paxos makes progress, after section 2.4 of Leslie Lamport, "The Part-Time
   Parliament", ACM Transactions on Computer Systems 16(2), 1998: "the complete
   Synodic protocol". Safety needs no clocks and no leader. Progress needs somebody
   who runs ballots and is left alone. A priest runs ballots while it believes that
   it is the president. At first anybody may believe so; perhaps, from some time on,
   only one does.

   What a ballot is about makes no difference to whether it succeeds, and is left
   out here, together with the votes that are reported: module Paxos has them.

   Ballot numbers rise without end. All that the protocol ever does with them is
   to compare them, so whenever a ballot begins, the numbers in use are replaced by
   0, 1, 2, ... in the same order. What goes round in circles is then a circle of
   states, although with every round the true numbers are higher.

   A message that belongs to the last ballot of its proposer is sent again until it
   arrives: acceptors see what a proposer is doing, and it sees their answers at
   once. Messages of earlier ballots are lost.                                        *)
EXTENDS Integers, FiniteSets

CONSTANTS
  Proposers,  \* those who may run ballots
  Acceptors,  \* those who vote
  Quorums,    \* sets of acceptors; in the paper, the majority sets
  Live,       \* the acceptors that do not stop
  President   \* the proposer that all agree on in the end, if they ever do

ASSUME Live \subseteq Acceptors /\ President \in Proposers

VARIABLES
  agreed,    \* whether all know by now that President is the president
  status,    \* status[p]: "idle", "trying" to get promises or "polling" for votes
  ballot,    \* ballot[p]: the ballot that p runs, or -1
  promised,  \* promised[p]: the acceptors that have let p know that they take part in it
  voters,    \* voters[p]: those that have voted in it
  nextBal    \* nextBal[a]: the highest ballot in which a has agreed to take part

vars == <<agreed, status, ballot, promised, voters, nextBal>>

Numbers == -1 .. Cardinality(Proposers) + Cardinality(Acceptors)

TypeOK == /\ agreed \in BOOLEAN
          /\ status \in [Proposers -> {"idle", "trying", "polling"}]
          /\ ballot \in [Proposers -> Numbers]
          /\ promised \in [Proposers -> SUBSET Acceptors]
          /\ voters \in [Proposers -> SUBSET Acceptors]
          /\ nextBal \in [Acceptors -> Numbers]

Init == /\ agreed = FALSE
        /\ status = [p \in Proposers |-> "idle"]
        /\ ballot = [p \in Proposers |-> -1]
        /\ promised = [p \in Proposers |-> {}]
        /\ voters = [p \in Proposers |-> {}]
        /\ nextBal = [a \in Acceptors |-> -1]

-----------------------------------------------------------------------------
(* A quorum has voted in the ballot of p. *)
Succeeds(p) == \E Q \in Quorums : Q \subseteq voters[p]

Chosen == \E p \in Proposers : Succeeds(p)

(* From now on, only the president believes that it is. *)
Agree == /\ ~agreed
         /\ agreed' = TRUE
         /\ UNCHANGED <<status, ballot, promised, voters, nextBal>>

(* An acceptor has agreed to take part in a higher ballot than that of p. *)
Overtaken(p) == \E a \in Acceptors : nextBal[a] > ballot[p]

(* The ballot numbers in use, once p has given up its ballot. *)
InUse(p) == ({ballot[q] : q \in Proposers \ {p}} \cup {nextBal[a] : a \in Acceptors}) \ {-1}

(* The number that takes the place of b: how many below it are in use. *)
Renumbered(b, p) == IF b = -1 THEN -1 ELSE Cardinality({c \in InUse(p) : c < b})

(* Proposer p, who thinks that it is the president, tries its first ballot or, when
   overtaken, a higher one than all others: step 1 of the protocol. *)
TryNewBallot(p) ==
  /\ agreed => p = President
  /\ status[p] = "idle" \/ Overtaken(p)
  /\ status' = [status EXCEPT ![p] = "trying"]
  /\ ballot' = [q \in Proposers |-> IF q = p THEN Cardinality(InUse(p))
                                             ELSE Renumbered(ballot[q], p)]
  /\ nextBal' = [a \in Acceptors |-> Renumbered(nextBal[a], p)]
  /\ promised' = [promised EXCEPT ![p] = {}]
  /\ voters' = [voters EXCEPT ![p] = {}]
  /\ UNCHANGED agreed

(* Step 2. Acceptor a agrees to take part in the ballot of p, which is higher than
   any before. *)
Promise(a, p) == /\ status[p] # "idle"
                 /\ ballot[p] > nextBal[a]
                 /\ nextBal' = [nextBal EXCEPT ![a] = ballot[p]]
                 /\ promised' = [promised EXCEPT ![p] = @ \cup {a}]
                 /\ UNCHANGED <<agreed, status, ballot, voters>>

(* Step 3. A quorum has promised: p asks for votes. *)
Begin(p) == /\ status[p] = "trying"
            /\ \E Q \in Quorums : Q \subseteq promised[p]
            /\ status' = [status EXCEPT ![p] = "polling"]
            /\ UNCHANGED <<agreed, ballot, promised, voters, nextBal>>

(* Step 4. Acceptor a votes in the ballot of p, if it has not moved on. *)
Vote(a, p) == /\ status[p] = "polling"
              /\ nextBal[a] = ballot[p]
              /\ a \notin voters[p]
              /\ voters' = [voters EXCEPT ![p] = @ \cup {a}]
              /\ UNCHANGED <<agreed, status, ballot, promised, nextBal>>

Next == \/ Agree
        \/ \E p \in Proposers : TryNewBallot(p) \/ Begin(p)
        \/ \E a \in Acceptors, p \in Proposers : Promise(a, p) \/ Vote(a, p)

(* What a proposer, or an acceptor that does not stop, can do again and again, it
   does. Progress needs weak fairness only; that the duel goes on under strong
   fairness too says more. *)
StrongFairness == /\ \A p \in Proposers : SF_vars(TryNewBallot(p)) /\ SF_vars(Begin(p))
                  /\ \A a \in Live, p \in Proposers : SF_vars(Promise(a, p)) /\ SF_vars(Vote(a, p))

WeakFairness == /\ \A p \in Proposers : WF_vars(TryNewBallot(p)) /\ WF_vars(Begin(p))
                /\ \A a \in Live, p \in Proposers : WF_vars(Promise(a, p)) /\ WF_vars(Vote(a, p))

WeakSpec   == Init /\ [][Next]_vars /\ WeakFairness
StrongSpec == Init /\ [][Next]_vars /\ StrongFairness

-----------------------------------------------------------------------------
SomethingIsChosen == <>Chosen

(* The progress condition of section 2.4: if all agree on a president in the end,
   something is chosen, whatever went on before. While two believe that they are
   the president there is no such promise. *)
Progress == <>agreed => SomethingIsChosen
=============================================================================
