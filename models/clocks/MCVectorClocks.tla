--------------------------- MODULE MCVectorClocks ---------------------------
(* Finite instances of VectorClocks: all computations of three processes with up to
   MaxEvents events. Longer ones are left out. In MCVectorClocksForget.cfg and
   MCVectorClocksBelieve.cfg a receiver makes a mistake, and Forward must fail. *)
EXTENDS VectorClocks, FiniteSets

CONSTANT MaxEvents

(* Nothing happens any more once there are MaxEvents events. (Deadlock is not checked.) *)
FewEvents == Cardinality(Events) < MaxEvents

(* Instead of Merge: who receives a message counts it, but learns nothing from it. *)
Forget(v, w) == v

(* Instead of Merge: what the message says replaces what was known. *)
Believe(v, w) == w
=============================================================================
