---- MODULE RegisterKind ----
EXTENDS Integers, Sequences, TLC, TLCExt, Randomization, SVG, GraphViz, Graphs
ASSUME TLCSet({}, 1)
====
