---- MODULE Assert ----
EXTENDS Integers, TLC
ASSUME Assert(FALSE, <<"no", 1>>)
====
