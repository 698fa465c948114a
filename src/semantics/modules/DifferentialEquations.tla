----------------------- MODULE DifferentialEquations ------------------------
\* Solutions of differential equations. They need real numbers, so evaluating them is an error.
LOCAL INSTANCE Reals
LOCAL INSTANCE Sequences

LOCAL Positive == {r \in Real : r > 0}
LOCAL Between(low, high) == {r \in Real : low < r /\ r < high}
LOCAL Near(r, distance) == Between(r - distance, r + distance)

\* The values d of f's derivative: its difference quotients come as near to them as one likes.
LOCAL IsDerivative(d, f) ==
  /\ d \in [DOMAIN f -> Real]
  /\ \A r \in DOMAIN f : \A error \in Positive : \E distance \in Positive :
       \A s \in Near(r, distance) \ {r} : (f[s] - f[r]) / (s - r) \in Near(d[r], error)

\* The values at b of the function g with D[t, g, g', g'', ...] = 0 around a..b, and of its derivatives, where
\* InitialValues are those at a.
Integrate(D, a, b, InitialValues) ==
  LET order == Len(InitialValues)
      solution == CHOOSE g : \E margin \in Positive :
                    LET times == Between(a - margin, b + margin)
                    IN  /\ g \in [0 .. order -> [times -> Real]]
                        /\ \A i \in 1 .. order : IsDerivative(g[i], g[i - 1]) /\ g[i - 1][a] = InitialValues[i]
                        /\ \A t \in times : D[<<t>> \o [i \in 1 .. (order + 1) |-> g[i - 1][t]]] = 0
  IN  [i \in 1 .. order |-> solution[i - 1][b]]
=============================================================================
