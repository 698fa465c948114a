--------------------------- MODULE MCPaxosCrash ---------------------------
(* How many acceptors may stop for good. Three acceptors, two values, two ballots;
   the proposer of a ballot that is under way may stop too.
   MCPaxosCrashMinority.cfg: one acceptor may stop, and from every state in which
   the last ballot is still free some value can still be chosen.
   MCPaxosCrashMajority.cfg: two may stop, and then there are states from which
   none can. That a value can be chosen, not that it will be: Presidents is about
   that. The bounds leave out what happens when the last ballot is spent: in the
   paper there is always another one. *)
EXTENDS Paxos, FiniteSets

CONSTANT MaxStopped  \* how many acceptors may stop

VARIABLES
  stopped,   \* the acceptors that have stopped
  abandoned  \* the ballots whose proposers have stopped

crashVars == <<proposed, nextBal, prevVote, msgs, stopped, abandoned>>

Majorities == {Q \in SUBSET Acceptors : 2 * Cardinality(Q) > Cardinality(Acceptors)}

CrashTypeOK == /\ TypeOK
               /\ stopped \subseteq Acceptors
               /\ abandoned \subseteq Ballots

Invited(b) == [type |-> "NextBallot", bal |-> b] \in msgs

Stop(a) == /\ a \notin stopped
           /\ Cardinality(stopped) < MaxStopped
           /\ stopped' = stopped \cup {a}
           /\ UNCHANGED <<vars, abandoned>>

Abandon(b) == /\ b \notin abandoned
              /\ Invited(b)
              /\ abandoned' = abandoned \cup {b}
              /\ UNCHANGED <<vars, stopped>>

(* An acceptor that has stopped neither promises nor votes. *)
Promise(a, b) == a \notin stopped /\ Phase1b(a, b) /\ UNCHANGED <<stopped, abandoned>>
Vote(a, b, v) == a \notin stopped /\ Phase2b(a, b, v) /\ UNCHANGED <<stopped, abandoned>>

(* A proposer that has stopped neither begins its ballot nor announces its end. *)
Begin(b, Q, v) == b \notin abandoned /\ Phase2a(b, Q, v) /\ UNCHANGED <<stopped, abandoned>>
Announce(b, v) == b \notin abandoned /\ Succeed(b, v) /\ UNCHANGED <<stopped, abandoned>>

Ask(v)    == Propose(v) /\ UNCHANGED <<stopped, abandoned>>
Invite(b) == Phase1a(b) /\ UNCHANGED <<stopped, abandoned>>

CrashInit == Init /\ stopped = {} /\ abandoned = {}

CrashNext == \/ \E a \in Acceptors : Stop(a)
             \/ \E v \in Values : Ask(v)
             \/ \E b \in Ballots : Invite(b) \/ Abandon(b)
             \/ \E a \in Acceptors, b \in Ballots : Promise(a, b)
             \/ \E b \in Ballots, Q \in Phase1Quorums, v \in Values : Begin(b, Q, v)
             \/ \E a \in Acceptors, b \in Ballots, v \in Values : Vote(a, b, v)
             \/ \E b \in Ballots, v \in Values : Announce(b, v)

CrashSpec == CrashInit /\ [][CrashNext]_crashVars

(* To be possible ... *)
SomethingChosen == Chosen # {}

(* ... from every state in which nobody has been invited to the last ballot yet. *)
LastBallotFree == ~Invited(CHOOSE b \in Ballots : \A c \in Ballots : c <= b)
=============================================================================
