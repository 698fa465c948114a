---- MODULE Random ----
EXTENDS Integers, TLC, TLCExt, Randomization, Reals
ASSUME RandomElement({}) = 1
====
