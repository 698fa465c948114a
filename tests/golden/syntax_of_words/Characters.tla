---- MODULE Characters ----
A == 1 ? 2
B == 1 € 2
C == a ` b
D == \unknown
E == 3 ; 4
F == "tab	here"
G == $x
====
