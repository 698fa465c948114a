---- MODULE DefinitionOf ----
EXTENDS Integers, Sequences, TLC, TLCExt, Randomization, SVG, GraphViz, Graphs
ASSUME TLCEvalDefinition("a" \o "b") = 1
====
