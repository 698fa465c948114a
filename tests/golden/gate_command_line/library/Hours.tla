---- MODULE Hours ----
CONSTANTS First, Last
====
