---- MODULE M ----
EXTENDS Randomization
ASSUME RandomSubsetSet(2, "0.5", {1}) # {}
====
