---- MODULE RandomSubset ----
EXTENDS Integers, TLC, TLCExt, Randomization, Reals
ASSUME RandomSubset(3, {1}) = {}
====
