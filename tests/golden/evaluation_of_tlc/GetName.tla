---- MODULE GetName ----
EXTENDS Integers, TLC, TLCExt, Randomization, Reals
ASSUME TLCGet("nowhere") = 1
====
