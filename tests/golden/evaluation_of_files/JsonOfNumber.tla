---- MODULE JsonOfNumber ----
EXTENDS Integers, Sequences, TLC, Json, CSV, IOUtils
ASSUME JsonSerialize("tests/golden/evaluation_of_files/data/none", 1)
====
