---- MODULE Count ----
EXTENDS Integers, Sequences, TLC, TLCExt, Randomization, SVG, GraphViz, Graphs
ASSUME RandomSubset(-1, {1}) = {}
====
