---- MODULE TraceHere ----
EXTENDS Integers, Sequences, TLC, TLCExt, Randomization, SVG, GraphViz, Graphs
ASSUME Trace = <<>>
====
