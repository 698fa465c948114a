---- MODULE Circle ----
EXTENDS Back
====
