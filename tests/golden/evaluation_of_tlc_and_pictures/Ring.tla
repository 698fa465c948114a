---- MODULE Ring ----
EXTENDS Integers, Sequences, TLC, TLCExt, Randomization, SVG, GraphViz, Graphs
ASSUME NodeOfRingNetwork(0, 0, 1, 1, 0) = 1
====
