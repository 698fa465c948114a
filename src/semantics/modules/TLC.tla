-------------------------------- MODULE TLC ---------------------------------
\* What specifications use of the model checker: output, assertions, registers, and operators that build values.
LOCAL INSTANCE Naturals
LOCAL INSTANCE Sequences

\* Print says out and equals val; PrintT says out and is TRUE; Assert stops with the message out unless val.
Print(out, val) == val
PrintT(out) == TRUE
Assert(val, out) == IF val = TRUE THEN TRUE ELSE CHOOSE v : TRUE

JavaTime == CHOOSE n : n \in Nat
TLCGet(i) == CHOOSE n : TRUE
TLCSet(i, v) == TRUE

\* The function with the single point d, and f extended by g; where both are defined f wins.
d :> e == [x \in {d} |-> e]
f @@ g == [x \in (DOMAIN f) \cup (DOMAIN g) |-> IF x \in DOMAIN f THEN f[x] ELSE g[x]]

\* The bijections of S.
Permutations(S) == {f \in [S -> S] : \A v \in S : \E w \in S : f[w] = v}

\* The sequence s in the order of Op, stable.
SortSeq(s, Op(_, _)) ==
  LET order == CHOOSE p \in Permutations(1 .. Len(s)) :
                 \A i, j \in 1 .. Len(s) :
                   i < j => Op(s[p[i]], s[p[j]]) \/ (~Op(s[p[j]], s[p[i]]) /\ p[i] < p[j])
  IN [i \in 1 .. Len(s) |-> s[order[i]]]

RandomElement(S) == CHOOSE e \in S : TRUE

\* A set that contains everything.
Any == CHOOSE S : TRUE

ToString(v) == CHOOSE s \in STRING : TRUE
TLCEval(v) == v
=============================================================================
