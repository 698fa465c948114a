---- MODULE Implies ----
EXTENDS Integers, TLC
ASSUME TRUE => 1
====
