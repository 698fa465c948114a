---- MODULE DelimiterKind ----
EXTENDS Integers, Sequences, TLC, Json, CSV, IOUtils
ASSUME CSVRead(<<"a">>, 1, "tests/golden/evaluation_of_files/data/two.csv") = <<>>
====
