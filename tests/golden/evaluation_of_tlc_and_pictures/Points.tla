---- MODULE Points ----
EXTENDS Integers, Sequences, TLC, TLCExt, Randomization, SVG, GraphViz, Graphs
ASSUME PointOnLine(1, 2, 3) = 1
====
