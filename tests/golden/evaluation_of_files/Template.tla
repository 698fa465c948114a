---- MODULE Template ----
EXTENDS Integers, Sequences, TLC, Json, CSV, IOUtils
ASSUME CSVWrite("%d", <<1>>, "tests/golden/evaluation_of_files/data/none")
====
