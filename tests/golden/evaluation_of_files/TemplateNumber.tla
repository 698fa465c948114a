---- MODULE TemplateNumber ----
EXTENDS Integers, Sequences, TLC, Json, CSV, IOUtils
ASSUME CSVWrite("%99999999999999999999$s", <<1>>, "tests/golden/evaluation_of_files/data/none")
====
