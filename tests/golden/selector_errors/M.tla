---- MODULE M ----
EXTENDS Naturals
CONSTANT C
One == 1 + 2
Quantified == \A y \in {1} : lab(y) :: y = 1
Wrong == \A y \in {1} : lab :: y = 1
Cases == CASE TRUE -> 1 [] OTHER -> 2
Definitions == LET inner == 1 IN inner
Constant == C!1
Third == One!3
Body == One!@
Arm == Cases!1
Label == One!nothing
Inner == Definitions!other
Deep == One!1!1
Left == Quantified!<<
Call == Quantified!(1, 2)
Wrapped == 1 + (LET inner == 1 IN inner)
InLet == Wrapped!2!other
====
