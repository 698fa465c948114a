---- MODULE PermutationsOfNumber ----
EXTENDS Integers, TLC, TLCExt, Randomization, Reals
ASSUME Permutations(1) = {}
====
