---------------------------- MODULE OralMessages ----------------------------
(* The oral message algorithm OM(m) of Leslie Lamport, Robert Shostak and Marshall
   Pease, "The Byzantine Generals Problem", ACM Transactions on Programming
   Languages and Systems 4(3), 1982, section 3. A commander sends an order to his
   lieutenants. Some of the generals are traitors. The loyal lieutenants are to
   obey the same order, and the commander's if he is loyal.

   Oral messages arrive (A1), the receiver knows who sent them (A2), and he notices
   when one is missing (A3). So the generals proceed in rounds: in round k every
   message of round k is sent and received. A traitor says anything or nothing.  *)
EXTENDS Integers, Sequences, FiniteSets

CONSTANTS
  Generals,     \* all of them
  Commander,    \* one of them; the others are the lieutenants
  M,            \* the m of OM(m): there are m + 1 rounds of messages
  MaxTraitors   \* how many of the generals may be traitors

ASSUME Commander \in Generals /\ M \in Nat /\ MaxTraitors \in Nat

Values      == {"attack", "retreat"}
None        == "nothing"               \* neither an order nor a word
Lieutenants == Generals \ {Commander}

VARIABLES
  traitors,  \* who is a traitor; nobody else knows
  order,     \* what the commander, if he is loyal, orders
  round,     \* the next round
  got,       \* what was said, and along which path: see Paths
  decision   \* decision[i]: what lieutenant i does in the end

vars == <<traitors, order, round, got, decision>>

(* A path of k generals: the commander, then lieutenants, all different. got[<<0, 2, 1>>]
   is what general 2 told general 1 that he had been told by the commander, 0. *)
On(s) == {s[i] : i \in DOMAIN s}  \* the generals on a path

RECURSIVE Paths(_)
Paths(k) == IF k = 1
            THEN {<<Commander>>}
            ELSE UNION {{Append(s, i) : i \in Generals \ On(s)} : s \in Paths(k - 1)}

Sender(s)  == s[Len(s) - 1]
Earlier(s) == SubSeq(s, 1, Len(s) - 1)  \* the path by which its sender knows

(* What a traitor may say. *)
Utterances == Values \cup {None}

TypeOK == /\ traitors \in SUBSET Generals
          /\ order \in Values
          /\ round \in 1..M + 2
          /\ DOMAIN got = UNION {Paths(k) : k \in 2..round}
          /\ \A s \in DOMAIN got : got[s] \in Values \cup {None}
          /\ decision \in [Lieutenants -> Values \cup {None}]

(* Who may be the traitors. *)
TraitorSets == {T \in SUBSET Generals : Cardinality(T) <= MaxTraitors}

Init == /\ traitors \in TraitorSets
        /\ order \in Values
        /\ round = 1
        /\ got = <<>>
        /\ decision = [i \in Lieutenants |-> None]

-----------------------------------------------------------------------------
(* What was said along path s. Who hears nothing assumes an order to retreat. *)
Heard(s) == IF got[s] = None THEN "retreat" ELSE got[s]

(* What the algorithm tells the sender to say along path s: the commander says his
   order, everybody else what he heard. *)
Honest(s) == IF Len(s) = 2 THEN order ELSE Heard(Earlier(s))

(* All that the traitors may say along the paths in S, of which they are the senders. *)
Lies(S) == [S -> Utterances]

(* The messages of one round. Those of round k run along paths of k + 1 generals. *)
Exchange ==
  /\ round <= M + 1
  /\ \E lies \in Lies({s \in Paths(round + 1) : Sender(s) \in traitors}) :
       got' = [s \in DOMAIN got \cup Paths(round + 1) |->
                 CASE s \in DOMAIN got    -> got[s]
                   [] s \in DOMAIN lies   -> lies[s]
                   [] OTHER               -> Honest(s)]
  /\ round' = round + 1
  /\ UNCHANGED <<traitors, order, decision>>

(* The value that more than half of the voters have, or else to retreat. *)
Majority(votes) ==
  LET voters == DOMAIN votes
      For(v) == {i \in voters : votes[i] = v}
  IN  IF 2 * Cardinality(For("attack")) > Cardinality(voters) THEN "attack" ELSE "retreat"

(* The value that lieutenant j takes to be that of the last general on path s, who
   is the commander in OM(m) if s has one general, in OM(m - 1) if s has two, and so
   on. In OM(0), j believes what he was told. Otherwise he takes the majority of
   what he was told himself and of what he takes the others to have been told. *)
RECURSIVE Use(_, _)
Use(j, s) ==
  IF Len(s) = M + 1
  THEN Heard(Append(s, j))
  ELSE Majority([i \in Generals \ On(s) |-> IF i = j THEN Heard(Append(s, j))
                                                     ELSE Use(j, Append(s, i))])

(* When there are no more messages, the lieutenants act. (What a traitor does is
   of no interest; here he does as the algorithm says.) *)
Decide == /\ round = M + 2
          /\ \A i \in Lieutenants : decision[i] = None
          /\ decision' = [i \in Lieutenants |-> Use(i, <<Commander>>)]
          /\ UNCHANGED <<traitors, order, round, got>>

Next == Exchange \/ Decide

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
LoyalLieutenants == Lieutenants \ traitors

(* IC1. All loyal lieutenants obey the same order. *)
IC1 == \A i, j \in LoyalLieutenants : decision[i] = decision[j]

(* IC2. If the commander is loyal, every loyal lieutenant obeys his order. *)
IC2 == Commander \notin traitors =>
         \A i \in LoyalLieutenants : decision[i] \in {order, None}
=============================================================================
