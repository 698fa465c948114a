------------------------ MODULE MCAnomalousBehavior ------------------------
(* Finite instances of AnomalousBehavior: all computations of three processes with up
   to MaxEvents events, any of which a telephone call may have brought about. As in
   the paper, the system is anomalous (MCAnomalousBehavior.cfg); it is not if the times
   of events are told on the telephone (MCAnomalousBehaviorTold.cfg).
   MCAnomalousBehaviorStrong.cfg: nor does it meet the Strong Clock Condition.
   The bounds leave out a fifth event, and a fourth process. Of the two ways out in the
   paper this is the one; the other, good clocks, is in MCPhysicalClocks. *)
EXTENDS AnomalousBehavior, FiniteSets

CONSTANT MaxEvents

(* Nothing happens any more once there are MaxEvents events. (Deadlock is not checked.) *)
FewEvents == Cardinality(Events) < MaxEvents
=============================================================================
