---- MODULE Element ----
EXTENDS Integers, Sequences, TLC, TLCExt, Randomization, SVG, GraphViz, Graphs
ASSUME SVGElemToString(1) = ""
====
