---- MODULE Get ----
EXTENDS Integers, TLC, TLCExt, Randomization, Reals
ASSUME TLCGet(7) = 1
====
