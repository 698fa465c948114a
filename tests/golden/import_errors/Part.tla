---- MODULE Part ----
CONSTANT c, op(_, _)
VARIABLE d
LOCAL Hidden == 1
Used == op(c, d)
====
