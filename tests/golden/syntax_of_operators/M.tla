---- MODULE M ----
EXTENDS Naturals, Sequences
VARIABLE x
Mixed == x = 1 /\ x = 2 \/ x = 3
Chained == x = 1 = 2
Neither == x \cup {1} \cap {2}
Prefix == SUBSET x \X x
NoLeft == + 1
NoRight == x +
Twice == x + * 2
Exclamation == x != 1
Double == x == 1
DoubleAnd == x = 1 && x = 2
Not == !x
lower == if x = 1 then 2 else 3
Quotes == x = 'a'
Junction == /\ x = 1
              + 2
            /\ x
          = 3
Left == /\ \/ x = 1
           \/ x = 2
         /\ x = 3
Inside == /\ x = (1
  + 2)
          /\ x = 3
Implied == /\ x = 1
           /\ x = 2
       => x = 3
Off == \/ x = 1
      \/ x = 2
Unclosed == (x + 1
OffEqual == /\ x = 1
             \/ x = 2
Nested == /\ x = 1
           /\ x = 2 = 3
MisAligned == \/ x \in {1}
            /\ x
             \/ x
NoOperand == SUBSET
LowerThen == IF x = 1 then 2 ELSE 3
Conflict == /\ x = 1 \/ x = 2
             /\ x = 3
====
