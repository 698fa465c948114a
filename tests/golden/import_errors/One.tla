---- MODULE One ----
Same == 1
CONSTANT Either
====
