---- MODULE Permutations ----
EXTENDS Integers, TLC, TLCExt, Randomization, Reals
ASSUME Permutations(1..11) = {}
====
