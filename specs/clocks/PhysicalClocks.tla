--------------------------- MODULE PhysicalClocks ---------------------------
(* Physical clocks, after Leslie Lamport, "Time, Clocks, and the Ordering of Events in
   a Distributed System", Communications of the ACM 21(7), 1978, section "Physical
   Clocks". Clocks run at nearly the right rate (PC1). Messages tell the others how late
   it is, and clocks that are behind are set forward (IR2'). The theorem: after some
   time all clocks nearly agree, and go on to do so (PC2).

   Here time is discrete. Things happen at the ticks of physical time; from one tick to
   the next a clock advances by Unit units, give or take at most Drift. So kappa is
   Drift / Unit. Tau, Mu and Xi are in ticks, and clocks are read in units.

   Clocks grow for ever, but only their differences matter. So we note how far each is
   ahead of the slowest. A finite instance then has all of the future in it.     *)
EXTENDS Integers

CONSTANTS
  Processes,
  Arcs,      \* pairs <<p, q>>: p sends messages to q
  Diameter,  \* d: from each process to each other there are at most d arcs to go
  Unit,      \* what a perfect clock advances in a tick
  Drift,     \* by how much more or less a clock may advance in a tick
  Tau,       \* a message is sent over each arc at least every Tau ticks
  Mu,        \* the smallest delay of a message
  Xi,        \* how much longer it may take
  Starts,    \* how far ahead a clock may be at the beginning
  Nothing    \* stands for "no message"

ASSUME /\ Arcs \subseteq Processes \X Processes
       /\ Starts \subseteq Nat
       /\ Drift < Unit /\ Mu > 0

VARIABLES
  ahead,    \* ahead[p]: how many units the clock of p is ahead of the slowest clock
  mail,     \* mail[a]: the message on its way over arc a, or Nothing
  silence,  \* silence[a]: ticks since a message was sent over arc a
  elapsed   \* ticks since t0, the beginning, until they are more than SettlingTime

vars == <<ahead, mail, silence, elapsed>>

Max(a, b) == IF a < b THEN b ELSE a
Least(S)    == CHOOSE x \in S : \A y \in S : x <= y
Greatest(S) == CHOOSE x \in S : \A y \in S : x >= y

(* The longest delay. *)
Nu == Mu + Xi

(* How long a message over arc a may take, and how fast the clock of p may run. *)
MaxDelay(a) == Nu
Rates(p)    == -Drift..Drift

(* After this time, from t0 on, the clocks agree: time for d messages one after the
   other. The paper has Tau * d, where Nu is much less than Tau. *)
SettlingTime == Diameter * (Tau + Nu)

(* A message carries the time of its sending. Here this is a stamp, how far the sender
   was ahead, and the age of the message. *)
Messages == [age : Nat, stamp : Int]

TypeOK == /\ ahead \in [Processes -> Nat]
          /\ mail \in [Arcs -> Messages \cup {Nothing}]
          /\ silence \in [Arcs -> 0..Tau]
          /\ elapsed \in 0..SettlingTime + 1

Init == /\ ahead \in {f \in [Processes -> Starts] : \E p \in Processes : f[p] = 0}
        /\ mail = [a \in Arcs |-> Nothing]
        /\ silence = [a \in Arcs |-> 0]
        /\ elapsed = 0

-----------------------------------------------------------------------------
(* Clocks and messages come to this; all is noted relative to the slowest clock. *)
Become(clocks, messages) ==
  LET slowest == Least({clocks[p] : p \in Processes})
  IN  /\ ahead' = [p \in Processes |-> clocks[p] - slowest]
      /\ mail' = [a \in Arcs |-> IF messages[a] = Nothing THEN Nothing
                                 ELSE [messages[a] EXCEPT !.stamp = @ - slowest]]

(* Time passes when everything has happened that must happen by now. *)
MayPass == \A a \in Arcs : /\ silence[a] < Tau
                           /\ mail[a] # Nothing => mail[a].age < MaxDelay(a)

(* PC1. In a tick of physical time each clock advances at its own rate. *)
Tick ==
  /\ MayPass
  /\ \E gain \in [Processes -> UNION {Rates(p) : p \in Processes}] :
       /\ \A p \in Processes : gain[p] \in Rates(p)
       /\ Become([p \in Processes |-> ahead[p] + gain[p]],
                 [a \in Arcs |-> IF mail[a] = Nothing THEN Nothing
                                                      ELSE [mail[a] EXCEPT !.age = @ + 1]])
  /\ silence' = [a \in Arcs |-> silence[a] + 1]
  /\ elapsed' = IF elapsed > SettlingTime THEN elapsed ELSE elapsed + 1

(* IR2' (a). A message sets out that carries the time of its sending. At most one at a
   time is on its way over an arc. (In the paper Nu is much less than Tau.) *)
Send(a) == /\ mail[a] = Nothing
           /\ mail' = [mail EXCEPT ![a] = [age |-> 0, stamp |-> ahead[a[1]]]]
           /\ silence' = [silence EXCEPT ![a] = 0]
           /\ UNCHANGED <<ahead, elapsed>>

(* By how much the time in message m plus Mu, to which its receiver sets his clock, is
   ahead of the slowest clock. What m took longer than Mu is lost. *)
Told(m) == m.stamp - (m.age - Mu) * Unit

(* IR2' (b). Who receives the message sets his clock forward to that, or leaves it. *)
Receive(a) == /\ mail[a] # Nothing
              /\ mail[a].age >= Mu
              /\ Become([ahead EXCEPT ![a[2]] = Max(@, Told(mail[a]))],
                        [mail EXCEPT ![a] = Nothing])
              /\ UNCHANGED <<silence, elapsed>>

Next == Tick \/ \E a \in Arcs : Send(a) \/ Receive(a)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* The bound. Within Tau + Nu a process q learns of the time of p over an arc from p to
   q. Meanwhile it falls behind what it learned, by no more than Lag: p may be slow until
   it sends, and the message may take Xi too long; or q may be slow all the time, had it
   been as far as p to begin with. After d arcs, q has fallen behind the clock that was
   greatest at the beginning by d * Lag. The greatest clock may have run fast all the
   time; and a message that was on its way, from a sender that is slow, may set a clock
   ahead of the greatest by Drift * Mu. *)
Lag     == Drift * Tau + Max(Xi * Unit, Drift * Nu)
Lead    == Drift * (Tau + Nu)
Epsilon == Diameter * (Lag + Lead) + Drift * Mu

(* How far the clocks are apart. *)
Skew == Greatest({ahead[p] : p \in Processes})

(* PC2, after t0 + d * (Tau + Nu). *)
PC2 == elapsed > SettlingTime => Skew <= Epsilon
=============================================================================
