------------------------- MODULE MCMultiPaxosOrder -------------------------
(* The order of decrees. Three acceptors, two ballots with a president each, two
   decree numbers; all states that differ in who is who count as one.
   MCMultiPaxosOrder.cfg: decrees that are passed have their numbers in the order of
   time. MCMultiPaxosOrderBroken.cfg: a president closes gaps with decrees that
   somebody wants, and they have not. Learners do nothing here. A third ballot and a
   third number are left out. *)
EXTENDS MCMultiPaxos

(* A note of history: the proposals that were first made when a decree that somebody
   wanted had already been passed with a higher number. *)
VARIABLE late

Proposed(n, d) == \E m \in msgs : m.type = "BeginBallot" /\ m.num = n /\ m.dec = d

TooLate(n, d) == /\ d \in Values /\ ~Proposed(n, d)
                 /\ \E k \in Numbers, e \in Values : n < k /\ IsChosen(k, e)

Begin(b, n, d)   == /\ BeginBallot(b, n, d)
                    /\ late' = late \cup (IF TooLate(n, d) THEN {<<n, d>>} ELSE {})
Invite(b)        == NextBallot(b) /\ UNCHANGED late
Answer(a, b)     == LastVote(a, b) /\ UNCHANGED late
TakeOffice(b, Q) == Preside(b, Q) /\ UNCHANGED late
Poll(a, b, n, d) == Vote(a, b, n, d) /\ UNCHANGED late

NextAndNote ==
  \/ \E b \in Ballots : Invite(b)
  \/ \E a \in Acceptors, b \in Ballots : Answer(a, b)
  \/ \E b \in Ballots, Q \in Quorums : TakeOffice(b, Q)
  \/ \E b \in Ballots, n \in Numbers, d \in Decrees : Begin(b, n, d)
  \/ \E a \in Acceptors, b \in Ballots, n \in Numbers, d \in Decrees : Poll(a, b, n, d)

OrderSpec == Init /\ late = {} /\ [][NextAndNote]_<<vars, late>>

(* The decree-ordering property of section 3.2.1: if two decrees are passed, and one of
   them was passed before the other was proposed, it has the lower number. Olive days
   do not count. *)
DecreesInOrder == \A p \in late : ~IsChosen(p[1], p[2])

(* Instead of Permitted: a gap is closed with a decree that somebody wants. *)
PermittedInGaps(n, b) ==
  LET votes  == VotesFor(n, b)
      latest == {v \in votes : \A w \in votes : w.bal <= v.bal}
  IN  IF votes # {} THEN {v.dec : v \in latest}
      ELSE IF \A i \in 1 .. n - 1 : HasProposed(b, i) THEN Values
      ELSE {}
=============================================================================
