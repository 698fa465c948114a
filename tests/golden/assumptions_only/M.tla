---- MODULE M ----
EXTENDS Naturals, Sequences, TLC
ASSUME Sum == 1 + 1 = 2
====
