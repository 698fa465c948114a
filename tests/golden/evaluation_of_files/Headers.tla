---- MODULE Headers ----
EXTENDS Integers, Sequences, TLC, Json, CSV, IOUtils
ASSUME CSVWriteRecord([a |-> 1], ",", "yes", "tests/golden/evaluation_of_files/data/none")
====
