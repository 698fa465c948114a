---- MODULE M ----
EXTENDS Json
ASSUME ndJsonDeserialize("tests/golden/outside_read_malformed/log.ndjson") = << >>
====
