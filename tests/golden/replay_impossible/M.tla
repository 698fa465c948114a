---- MODULE M ----
EXTENDS Naturals, Sequences
VARIABLE x
Init == x = 0
Next == \/ x \in 0..1 /\ x' = x + 1
        \/ x = 3 /\ x' = 4
        \/ x = 2 /\ x' = Head(<<>>)
Small == x < 1
Up == [][x' > x + 1]_x
Steps == x' # 1
====
