---- MODULE TailOfString ----
EXTENDS Integers, Sequences, TLC
ASSUME Tail("") = ""
====
