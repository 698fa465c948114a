---- MODULE TemplateKind ----
EXTENDS Integers, Sequences, TLC, Json, CSV, IOUtils
ASSUME CSVWrite(1, <<1>>, "tests/golden/evaluation_of_files/data/none")
====
