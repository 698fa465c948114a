---- MODULE M ----
(* The text is TLC's whole message. *)
EXTENDS TLC, TLCExt
ASSUME AssertError("The first argument of Assert evaluated to FALSE; the second argument was:\n\"x\"", Assert(FALSE, "x"))
ASSUME ~AssertError("x", Assert(FALSE, "x"))
====
