---- MODULE Divide ----
EXTENDS Integers, TLC, TLCExt, Randomization, Reals
ASSUME 1 / 2 = 1
====
