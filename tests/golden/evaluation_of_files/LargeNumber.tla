---- MODULE LargeNumber ----
EXTENDS Integers, Sequences, TLC, Json, CSV, IOUtils
ASSUME JsonDeserialize("tests/golden/evaluation_of_files/data/large.json") = 1
====
