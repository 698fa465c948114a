------------------------------- MODULE TLCExt -------------------------------
\* Further operators of the model checker. What their definitions cannot say stands in the comments.
LOCAL INSTANCE TLC
LOCAL INSTANCE Integers

\* a = b, saying both when they differ.
AssertEq(a, b) ==
  IF a # b THEN PrintT("Assertion failed") /\ PrintT(a) /\ PrintT(b) /\ a = b ELSE a = b

\* Whether the evaluation of expression fails, with this message.
AssertError(message, expression) == IF expression THEN TRUE ELSE Assert(FALSE, message)

\* The register, or default while nothing was written there; TLCGetAndSet also writes it, and gives the old value.
TLCGetOrDefault(key, default) == CHOOSE n : TRUE
TLCGetAndSet(key, Op(_, _), val, default) ==
  LET old == TLCGetOrDefault(key, default)
  IN CHOOSE v \in {old} : TLCSet(key, Op(old, val))

\* The behaviour up to the state at hand: a sequence of records of the variables.
Trace == TRUE

\* In a POSTCONDITION, what led to the violation: [state, action], sets of <<number, state>> and of
\* <<<<number, state>>, action, <<number, state>>>>. ToTrace makes it a sequence of states.
CounterExample == TRUE
ToTrace(counterexample) == TRUE

TLCModelValue(name) == CHOOSE v : ToString(v) = name

\* TRUE; the expression is evaluated for the successor that a simulation takes, and never in a search.
TLCDefer(expression) == TRUE

TLCNoOp(val) == val

\* TRUE where the expression is; elsewhere a person decides whether the step is taken.
PickSuccessor(expression) == IF expression THEN TRUE ELSE CHOOSE b \in BOOLEAN : TRUE

TLCCache(expression, closure) == expression

\* The fingerprint of a value: there are none here.
TLCFP(value) == CHOOSE i \in Int : TRUE

\* The value of the definition with this name.
TLCEvalDefinition(name) == TRUE
=============================================================================
