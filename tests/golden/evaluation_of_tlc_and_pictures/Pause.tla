---- MODULE Pause ----
EXTENDS Integers, Sequences, TLC, TLCExt, Randomization, SVG, GraphViz, Graphs
ASSUME TLCSet("pause", TRUE)
====
