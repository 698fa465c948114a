---- MODULE Negation ----
EXTENDS Integers, TLC
ASSUME -(-9223372036854775807 - 1) = 0
====
