---- MODULE Case ----
EXTENDS Integers, TLC
ASSUME CASE FALSE -> TRUE
====
