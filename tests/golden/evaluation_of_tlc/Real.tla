---- MODULE Real ----
EXTENDS Integers, TLC, TLCExt, Randomization, Reals
ASSUME Real = {}
====
