---- MODULE Expected ----
EXTENDS Integers, Sequences, TLC, TLCExt, Randomization, SVG, GraphViz, Graphs
ASSUME AssertError(1, Assert(FALSE, "x"))
====
