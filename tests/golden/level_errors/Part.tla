---- MODULE Part ----
CONSTANT c
VARIABLE d
====
