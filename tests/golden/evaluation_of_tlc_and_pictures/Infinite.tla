---- MODULE Infinite ----
EXTENDS Integers, Sequences, TLC, TLCExt, Randomization, SVG, GraphViz, Graphs
ASSUME RandomSubset(1, Nat) = {}
====
