---- MODULE SetName ----
EXTENDS Integers, TLC, TLCExt, Randomization, Reals
ASSUME TLCSet({}, 1)
====
