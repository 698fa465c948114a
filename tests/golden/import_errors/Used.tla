---- MODULE Used ----
CONSTANT Taken
I == INSTANCE Naturals
I == 1
INSTANCE Other
====
