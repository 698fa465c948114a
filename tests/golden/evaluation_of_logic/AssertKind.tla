---- MODULE AssertKind ----
EXTENDS Integers, TLC
ASSUME Assert(1, "no")
====
