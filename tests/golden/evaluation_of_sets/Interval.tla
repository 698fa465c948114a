---- MODULE Interval ----
EXTENDS Integers, Sequences, FiniteSets, TLC
ASSUME 1.."a" = {}
====
