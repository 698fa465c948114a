---- MODULE Other ----
Taken == 2
====
