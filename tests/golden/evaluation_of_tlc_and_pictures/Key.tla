---- MODULE Key ----
EXTENDS Integers, Sequences, TLC, TLCExt, Randomization, SVG, GraphViz, Graphs
ASSUME TLCGet({}) = 1
====
