---- MODULE M ----
EXTENDS Json
ASSUME JsonDeserialize("tests/golden/outside_read_null/value.json") = 1
====
