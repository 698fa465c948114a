---- MODULE Format ----
EXTENDS Integers, Sequences, TLC, Json, CSV, IOUtils
ASSUME Serialize("a", "tests/golden/evaluation_of_files/data/none", [format |-> "BIN"]) = 1
====
