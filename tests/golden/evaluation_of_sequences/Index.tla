---- MODULE Index ----
EXTENDS Integers, Sequences, TLC
ASSUME <<1, 2>>[3] = 1
====
