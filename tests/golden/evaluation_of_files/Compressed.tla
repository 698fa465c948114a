---- MODULE Compressed ----
EXTENDS Integers, Sequences, TLC, Json, CSV, IOUtils
ASSUME IOSerialize(1, "tests/golden/evaluation_of_files/data/none", TRUE)
====
