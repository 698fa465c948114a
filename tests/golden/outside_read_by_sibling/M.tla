---- MODULE M ----
EXTENDS Json
ASSUME JsonDeserialize("tests/golden/outside_read_by_sibling/data2/secret.json") = 1
====
