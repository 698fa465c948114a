---- MODULE NotExact ----
EXTENDS Integers, Sequences, TLC, Json, CSV, IOUtils
ASSUME IODeserialize("tests/golden/evaluation_of_files/data/fraction.json", FALSE) = 1
====
