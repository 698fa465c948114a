---- MODULE Assumptions ----
ASSUME TRUE
====
