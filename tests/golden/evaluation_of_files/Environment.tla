---- MODULE Environment ----
EXTENDS Integers, Sequences, TLC, Json, CSV, IOUtils
ASSUME IOEnvExec(3, <<"true">>) = 1
====
