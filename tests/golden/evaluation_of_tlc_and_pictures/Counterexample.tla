---- MODULE Counterexample ----
EXTENDS Integers, Sequences, TLC, TLCExt, Randomization, SVG, GraphViz, Graphs
ASSUME ToTrace(1) = <<>>
====
