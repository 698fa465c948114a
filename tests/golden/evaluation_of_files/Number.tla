---- MODULE Number ----
EXTENDS Integers, Sequences, TLC, Json, CSV, IOUtils
ASSUME atoi(1) = 1
====
