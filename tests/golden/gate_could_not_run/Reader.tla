---- MODULE Reader ----
EXTENDS Naturals, Sequences, Json
VARIABLE n
Init == n = Len(ndJsonDeserialize("log.ndjson"))
Next == UNCHANGED n
====
