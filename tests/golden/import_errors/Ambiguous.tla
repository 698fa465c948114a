---- MODULE Ambiguous ----
EXTENDS One, Two
A == Same
====
