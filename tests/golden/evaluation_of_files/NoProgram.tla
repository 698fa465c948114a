---- MODULE NoProgram ----
EXTENDS Integers, Sequences, TLC, Json, CSV, IOUtils
ASSUME IOExec(<<>>) = 1
====
