------------------------------- MODULE ShiViz -------------------------------
\* What the viewer ShiViz needs of a trace: who took the step that led to a state, and the vector clock then. The steps are
\* those of PlusCal processes: each changes one point of the variable pc. An ALIAS is where they are of use.
LOCAL INSTANCE Integers
LOCAL INSTANCE Json
LOCAL INSTANCE TLC
INSTANCE Toolbox

LOCAL Processes == DOMAIN _TETrace[1].pc

\* "--" before the first process moved.
LOCAL Movers ==
  LET mover[i \in DOMAIN _TETrace] ==
        IF i = 1 THEN "--"
        ELSE IF _TETrace[i].pc = _TETrace[i - 1].pc THEN mover[i - 1]
        ELSE CHOOSE p \in Processes : _TETrace[i].pc[p] # _TETrace[i - 1].pc[p]
  IN  TLCEval(mover)

LOCAL Clocks ==
  LET clock[i \in DOMAIN _TETrace] ==
        IF i = 1 THEN [p \in Processes |-> 0]
        ELSE [p \in Processes |-> clock[i - 1][p] + (IF p = Movers[i] THEN 1 ELSE 0)]
  IN  TLCEval(clock)

Host == Movers[_TEPosition]
Clock == ToJsonObject(Clocks[_TEPosition])
=============================================================================
