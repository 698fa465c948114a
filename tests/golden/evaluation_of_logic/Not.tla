---- MODULE Not ----
EXTENDS Integers, TLC
ASSUME ~1
====
