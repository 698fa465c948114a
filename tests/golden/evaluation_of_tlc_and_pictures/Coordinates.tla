---- MODULE Coordinates ----
EXTENDS Integers, Sequences, TLC, TLCExt, Randomization, SVG, GraphViz, Graphs
ASSUME PointOnLine([x |-> 0, y |-> 0], [x |-> 1, y |-> 1], 0) = 1
====
