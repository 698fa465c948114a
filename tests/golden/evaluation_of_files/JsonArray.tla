---- MODULE JsonArray ----
EXTENDS Integers, Sequences, TLC, Json, CSV, IOUtils
ASSUME ToJsonArray(1) = ""
====
