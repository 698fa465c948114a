---- MODULE M ----
EXTENDS Json
ASSUME JsonDeserialize("tests/golden/outside_read_by_symlink/data/link.json") = 1
====
