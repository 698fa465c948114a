---- MODULE Domain ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME DOMAIN 3 = {}
====
