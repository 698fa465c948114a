---- MODULE Union ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME ({1} \cup 2) = {}
====
