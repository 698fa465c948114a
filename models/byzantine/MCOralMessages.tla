--------------------------- MODULE MCOralMessages ---------------------------
(* Finite instances of OralMessages.
   MCOralMessages.cfg: OM(1) with four generals, one of them a traitor; all that he
   may do. With three generals (MCOralMessagesThree*.cfg), or a round less
   (MCOralMessagesFewRounds*.cfg), something must fail.

   The algorithm has an end, so the last states have no successor, and deadlock is
   not checked. Where Utterances is Values, a traitor is never silent: to be silent
   is to say "retreat", as far as the others can tell.

   With two traitors among seven generals the traitors have too many choices to try
   them all. Where Lies is TwoFaced they have fewer; OM(2) fails against such traitors
   with six generals (MCOralMessagesSix.cfg), and holds with seven (MCOralMessagesSeven.cfg).
   It is not shown to hold against all others. More generals, three traitors and a third
   order are left out. *)
EXTENDS OralMessages

(* A traitor has one thing to say to each loyal general: he decides on it when he
   first speaks, and keeps to it in all of his messages. What he says to a traitor
   is of no consequence. *)
TwoFaced(S) ==
  LET Receiver(s) == s[Len(s)]
      Links       == {<<Sender(s), Receiver(s)>> : s \in {t \in S : Receiver(t) \notin traitors}}
      faces       == IF round <= 2 THEN [Links -> Values]
                                   ELSE {[l \in Links |-> got[<<Commander>> \o l]]}
  IN  {[s \in S |-> IF Receiver(s) \in traitors
                     THEN "retreat"
                     ELSE face[<<Sender(s), Receiver(s)>>]] : face \in faces}

(* Lieutenants are alike: it does not matter which of them are traitors. *)
TwoTraitors == {{0, 1}, {1, 2}}

(* Instead of Use, with three generals: when a lieutenant has been told two different
   orders, he obeys the one that came from the commander himself. *)
Trusting(j, s) == Heard(Append(s, j))
=============================================================================
