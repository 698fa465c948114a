------------------------------ MODULE ViewOfLevel ------------------------------
\* Nothing changes, but each level is a view of its own: states are followed as far as the constraint lets them.
EXTENDS Naturals, TLC
VARIABLE x
Init == x = 0
Next == x' = x
Levels == <<x, TLCGet("level")>>
UpToFive == TLCGet("level") < 5
================================================================================
