---------------------------- MODULE ReplicatedLog ----------------------------
(* What a replicated log is, whoever keeps it: one log, which only grows, and
   replicas each of which has applied a prefix of it. Fred Schneider,
   "Implementing Fault-Tolerant Services Using the State Machine Approach", ACM
   Computing Surveys 22(4), 1990, section 2, calls for no more: replicas that
   apply the same commands in the same order. Multi-Paxos and Raft are two ways
   to implement it.                                                          *)
EXTENDS Integers, Sequences

CONSTANTS
  Replicas,  \* those who apply commands
  Commands   \* the commands

VARIABLES
  chosen,    \* the log: a sequence of commands
  applied    \* applied[r]: the commands that replica r has applied since it started

vars == <<chosen, applied>>

TypeOK == /\ chosen \in Seq(Commands)
          /\ applied \in [Replicas -> Seq(Commands)]

Init == /\ chosen = <<>>
        /\ applied = [r \in Replicas |-> <<>>]

IsPrefix(p, q) == Len(p) <= Len(q) /\ p = SubSeq(q, 1, Len(p))

(* Commands are appended once they are chosen, and replicas apply them. Both may
   happen in one step, and to several commands: a leader that learns that its log
   is copied widely enough learns it of every entry before. *)
Advance == /\ chosen' \in Seq(Commands)
           /\ applied' \in [Replicas -> Seq(Commands)]
           /\ IsPrefix(chosen, chosen')
           /\ \A r \in Replicas : /\ IsPrefix(applied[r], applied'[r])
                                  /\ IsPrefix(applied'[r], chosen')

(* A replica stops, and starts again with an empty state machine. *)
Restart == /\ \E r \in Replicas : applied' = [applied EXCEPT ![r] = <<>>]
           /\ UNCHANGED chosen

Next == Advance \/ Restart

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* What users rely on: what is chosen stays chosen, and no two replicas have applied
   different commands in the same place. *)
ChosenForever == [][IsPrefix(chosen, chosen')]_vars

ReplicasAgree == \A r, s \in Replicas : \/ IsPrefix(applied[r], applied[s])
                                        \/ IsPrefix(applied[s], applied[r])

(* Nothing is applied before it is chosen. *)
AppliedIsChosen == \A r \in Replicas : IsPrefix(applied[r], chosen)
=============================================================================
