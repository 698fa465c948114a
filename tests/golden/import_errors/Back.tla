---- MODULE Back ----
EXTENDS Circle
====
