---- MODULE M ----
EXTENDS Naturals
ASSUME Ordered == 1 > 2
====
