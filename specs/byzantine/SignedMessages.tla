--------------------------- MODULE SignedMessages ---------------------------
(* The signed message algorithm SM(m) of Leslie Lamport, Robert Shostak and Marshall
   Pease, "The Byzantine Generals Problem", ACM Transactions on Programming
   Languages and Systems 4(3), 1982, section 4. As in OralMessages, the loyal
   lieutenants of a commander are to obey the same order, and his if he is loyal.

   A loyal general's signature cannot be forged, and anyone can verify it (A4). The
   paper writes v:0:1:2 for the order v, signed by 0, 1 and 2 one after the other.
   Here it is the pair of v and <<0, 1, 2>>.

   There are no rounds here: a message may be received at any time, and a lieutenant
   acts when he will receive no more.                                           *)
EXTENDS Integers, Sequences, FiniteSets

CONSTANTS
  Generals,     \* all of them
  Commander,    \* one of them; the others are the lieutenants
  M,            \* the m of SM(m): a message has m + 1 signatures at most
  MaxTraitors   \* how many of the generals may be traitors

ASSUME Commander \in Generals /\ M \in Nat /\ MaxTraitors \in Nat

Values      == {"attack", "retreat"}
Lieutenants == Generals \ {Commander}

Signers(chain) == {chain[i] : i \in DOMAIN chain}

(* Who may have signed a message, in which order: the commander first, nobody twice. *)
Chains == {s \in UNION {[1..k -> Generals] : k \in 1..M + 1} :
             s[1] = Commander /\ \A i, j \in DOMAIN s : i # j => s[i] # s[j]}

VARIABLES
  traitors,  \* who is a traitor; nobody else knows
  order,     \* what the commander, if he is loyal, orders
  V,         \* V[i]: the orders that loyal lieutenant i has received
  signed     \* the messages that loyal generals have signed and sent

vars == <<traitors, order, V, signed>>

Loyal            == Generals \ traitors
LoyalLieutenants == Lieutenants \ traitors

TypeOK == /\ traitors \in SUBSET Generals
          /\ order \in Values
          /\ V \in [Lieutenants -> SUBSET Values]
          /\ signed \subseteq Values \X Chains
          /\ \A i \in traitors \cap Lieutenants : V[i] = {}
          /\ \A m \in signed : m[2][Len(m[2])] \in Loyal

(* Step 1. The commander signs his order and sends it to every lieutenant. (What a
   traitor sends is not written down: it is whatever can be sent, see Authentic.) *)
Init == /\ traitors \in {T \in SUBSET Generals : Cardinality(T) <= MaxTraitors}
        /\ order \in Values
        /\ V = [i \in Lieutenants |-> {}]
        /\ signed = IF Commander \in traitors THEN {} ELSE {<<order, <<Commander>>>>}

-----------------------------------------------------------------------------
(* Whether somebody can have sent v with these signatures: every loyal general among
   the signers has signed v after those before him. The traitors sign what they
   like, for each other too, and have seen every message there is. *)
Authentic(v, chain) ==
  \A k \in DOMAIN chain : chain[k] \in Loyal => <<v, SubSeq(chain, 1, k)>> \in signed

(* Step 2 (A). The order comes straight from the commander. *)
IsFirstOrder(i, v, chain) == Len(chain) = 1 /\ V[i] = {}

(* Step 2 (B). The order comes by way of lieutenants. *)
IsNewOrder(i, v, chain) == Len(chain) > 1 /\ v \notin V[i]

(* Lieutenant i, who has not signed this message, has a use for it. *)
Accepts(i, v, chain) == /\ i \notin Signers(chain)
                        /\ IsFirstOrder(i, v, chain) \/ IsNewOrder(i, v, chain)

(* Step 2. Loyal lieutenant i notes the order. Unless the message has m + 1 signatures
   already, he adds his own and sends it to all who have not signed. *)
Receive(i, v, chain) ==
  /\ i \in LoyalLieutenants
  /\ Authentic(v, chain)
  /\ Accepts(i, v, chain)
  /\ V' = [V EXCEPT ![i] = @ \cup {v}]
  /\ signed' = IF Len(chain) <= M THEN signed \cup {<<v, Append(chain, i)>>} ELSE signed
  /\ UNCHANGED <<traitors, order>>

Next == \E i \in Lieutenants, v \in Values, chain \in Chains : Receive(i, v, chain)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* The messages of loyal generals have been received. The traitors might send more,
   but need not: no loyal lieutenant need receive any more. *)
Quiet == \A i \in LoyalLieutenants, m \in signed : ~Accepts(i, m[1], m[2])

(* The one order, if there is one, or else to retreat. *)
Choice(S) == IF S = {"attack"} THEN "attack" ELSE "retreat"

(* Step 3. What lieutenant i does when he will receive no more messages. *)
Obeys(i) == Choice(V[i])

(* IC1. All loyal lieutenants obey the same order. *)
IC1 == Quiet => \A i, j \in LoyalLieutenants : Obeys(i) = Obeys(j)

(* IC2. If the commander is loyal, every loyal lieutenant obeys his order. *)
IC2 == Quiet /\ Commander \in Loyal => \A i \in LoyalLieutenants : Obeys(i) = order
=============================================================================
