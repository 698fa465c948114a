---- MODULE DefinitionName ----
EXTENDS Integers, Sequences, TLC, TLCExt, Randomization, SVG, GraphViz, Graphs
ASSUME TLCEvalDefinition("Nowhere") = 1
====
