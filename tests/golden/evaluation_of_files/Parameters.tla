---- MODULE Parameters ----
EXTENDS Integers, Sequences, TLC, Json, CSV, IOUtils
ASSUME PrintT(<<Serialize(1, "tests/golden/evaluation_of_files/data/none", [format |-> "TXT", charset |-> "UTF-8", openOptions |-> <<>>]), Deserialize("tests/golden/evaluation_of_files/data/two.csv", [format |-> "TXT", charset |-> "other"]), Deserialize("tests/golden/evaluation_of_files/data/nowhere", [format |-> "TXT", charset |-> "UTF-8"])>>)
====
