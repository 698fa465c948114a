------------------------------ MODULE Toolbox -------------------------------
\* What expressions over a trace refer to in the TLA+ Toolbox: the behaviour up to the state at hand, as a sequence of records
\* of the variables, and the number of that state.
LOCAL INSTANCE TLC
LOCAL INSTANCE TLCExt

_TETrace == Trace
_TEPosition == TLCGet("level")
=============================================================================
