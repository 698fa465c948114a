---- MODULE RandomOfTuple ----
EXTENDS Integers, TLC, TLCExt, Randomization, Reals
ASSUME RandomElement(<<1, 2>>) = 1
====
