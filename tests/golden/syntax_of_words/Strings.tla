---- MODULE Strings ----
A == "open
B == "escape \q"
C == 3
====
