---- MODULE Latin1 ----
A == "café"
====
