---- MODULE Division ----
EXTENDS Integers, TLC
ASSUME 1 \div 0 = 0
====
