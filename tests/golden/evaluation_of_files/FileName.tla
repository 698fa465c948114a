---- MODULE FileName ----
EXTENDS Integers, Sequences, TLC, Json, CSV, IOUtils
ASSUME JsonDeserialize(1) = 1
====
