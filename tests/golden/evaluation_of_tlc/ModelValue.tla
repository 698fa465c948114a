---- MODULE ModelValue ----
EXTENDS Integers, TLC, TLCExt, Randomization, Reals
ASSUME TLCModelValue(1) = 1
====
