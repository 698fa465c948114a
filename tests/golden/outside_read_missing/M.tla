---- MODULE M ----
EXTENDS Json
ASSUME JsonDeserialize("tests/golden/outside_read_missing/nothing.json") = 1
====
