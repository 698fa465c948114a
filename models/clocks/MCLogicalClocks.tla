-------------------------- MODULE MCLogicalClocks --------------------------
(* Finite instances of LogicalClocks: all computations of three processes with up to
   MaxEvents events. The claims are about pairs and triples of events and the chains
   of messages between them; a chain through all three processes takes four events.
   Longer computations are left out.

   In MCLogicalClocksConverse.cfg and MCLogicalClocksNoTieBreaker.cfg a claim must
   fail that nobody makes. MCLogicalClocksNoIR*.cfg break a rule of the clocks. *)
EXTENDS LogicalClocks, FiniteSets

CONSTANT MaxEvents

(* Nothing happens any more once there are MaxEvents events. (Deadlock is not checked.) *)
FewEvents == Cardinality(Events) < MaxEvents

(* Instead of Before: by their times alone. *)
Earlier(a, b) == Time(a) < Time(b)

(* Instead of Tick: the clock stands still between two events (without IR1). *)
StandStill(p) == Last(p)

(* Instead of TickPast: who receives a message does not look at its time (without IR2). *)
Ignoring(p, m) == Tick(p)
=============================================================================
