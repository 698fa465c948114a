---- MODULE M ----
- a == 0 - a
====
