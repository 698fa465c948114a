---- MODULE M ----
EXTENDS Json
ASSUME JsonDeserialize("tests/golden/outside_read_by_dots/data/../secret.json") = 1
====
