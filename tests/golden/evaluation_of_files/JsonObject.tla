---- MODULE JsonObject ----
EXTENDS Integers, Sequences, TLC, Json, CSV, IOUtils
ASSUME ToJsonObject(1) = ""
====
