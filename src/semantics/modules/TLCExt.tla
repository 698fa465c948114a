------------------------------- MODULE TLCExt -------------------------------
\* Further operators of the model checker. Most are known by name only: evaluating one of those is an error.
LOCAL INSTANCE TLC
LOCAL INSTANCE Integers

\* a = b, saying both when they differ.
AssertEq(a, b) ==
  IF a # b THEN PrintT("Assertion failed") /\ PrintT(a) /\ PrintT(b) /\ a = b ELSE a = b

AssertError(message, expression) == IF expression THEN TRUE ELSE Assert(FALSE, message)
TLCGetOrDefault(key, default) == CHOOSE n : TRUE
TLCGetAndSet(key, Op(_, _), val, default) ==
  LET old == TLCGetOrDefault(key, default)
  IN CHOOSE v \in {old} : TLCSet(key, Op(old, val))
Trace == TRUE
CounterExample == TRUE
ToTrace(counterexample) == TRUE
TLCModelValue(name) == CHOOSE v : ToString(v) = name
TLCDefer(expression) == TRUE
TLCNoOp(val) == val
PickSuccessor(expression) == IF expression THEN TRUE ELSE CHOOSE b \in BOOLEAN : TRUE
TLCCache(expression, closure) == expression
TLCFP(value) == CHOOSE i \in Int : TRUE
TLCEvalDefinition(name) == TRUE
=============================================================================
