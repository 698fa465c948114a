---- MODULE DefinitionWithParameters ----
EXTENDS Integers, Sequences, TLC, TLCExt, Randomization, SVG, GraphViz, Graphs
ASSUME TLCEvalDefinition("AssertEq") = 1
====
