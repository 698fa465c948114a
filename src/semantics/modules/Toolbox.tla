------------------------------ MODULE Toolbox -------------------------------
\* What trace exploration in the TLA+ Toolbox refers to. Known by name only: evaluating one is an error.
_TETrace == CHOOSE trace : TRUE
_TEPosition == CHOOSE position : TRUE
=============================================================================
