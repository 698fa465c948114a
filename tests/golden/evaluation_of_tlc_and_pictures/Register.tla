---- MODULE Register ----
EXTENDS Integers, Sequences, TLC, TLCExt, Randomization, SVG, GraphViz, Graphs
ASSUME TLCSet("name", 1)
====
