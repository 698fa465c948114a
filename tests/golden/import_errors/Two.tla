---- MODULE Two ----
Same == 2
Either == 3
====
