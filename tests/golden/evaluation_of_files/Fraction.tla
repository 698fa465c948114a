---- MODULE Fraction ----
EXTENDS Integers, Sequences, TLC, Json, CSV, IOUtils
ASSUME JsonDeserialize("tests/golden/evaluation_of_files/data/fraction.json") = 1
====
