---- MODULE ColumnTwice ----
EXTENDS Integers, Sequences, TLC, Json, CSV, IOUtils
ASSUME CSVRead(<<"a", "a">>, ",", "tests/golden/evaluation_of_files/data/two.csv") = <<>>
====
