---- MODULE Graph ----
EXTENDS Integers, Sequences, TLC, TLCExt, Randomization, SVG, GraphViz, Graphs
ASSUME DotDiGraph(1, LAMBDA n : "", LAMBDA e : "") = ""
====
