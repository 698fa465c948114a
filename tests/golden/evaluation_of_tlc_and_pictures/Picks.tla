---- MODULE Picks ----
EXTENDS Integers, Sequences, TLC, TLCExt, Randomization, SVG, GraphViz, Graphs
ASSUME RandomSetOfSubsets(9, 1, {1}) = {}
====
