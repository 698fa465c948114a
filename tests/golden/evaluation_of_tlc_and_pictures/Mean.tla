---- MODULE Mean ----
EXTENDS Integers, Sequences, TLC, TLCExt, Randomization, SVG, GraphViz, Graphs
ASSUME RandomSetOfSubsets(1, 9, {1}) = {}
====
