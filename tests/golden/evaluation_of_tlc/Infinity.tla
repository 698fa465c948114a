---- MODULE Infinity ----
EXTENDS Integers, TLC, TLCExt, Randomization, Reals
ASSUME Infinity = 1
====
