-------------------------- MODULE MCPhysicalClocks --------------------------
(* Finite instances of PhysicalClocks. Every one has all of the infinite future in it.
   There are two processes in most, with d = 1. In MCPhysicalClocksRing.cfg there are
   three, each of which sends to the next only, so that d = 2.

   A tick has four units and a drift of one, so kappa is 1/4 (1/3 in the ring). Real
   clocks are better by far, and the ticks of real systems finer; the inequalities are
   the same. Clocks start together or wide apart, with no message on its way.
   MCPhysicalClocksSharp.cfg and MCPhysicalClocksApproximate.cfg show that the bound cannot
   be much smaller.

   The theorem fails in three ways, each followed by how much: MCPhysicalClocksSlowLink.cfg,
   MCPhysicalClocksFastDrift.cfg and MCPhysicalClocksTooEarly.cfg violate PC2. With ...AtMost.cfg
   the skew is never more than Excess above the bound; ...Reached.cfg shows that it
   gets there, and must violate BelowExcess.

   The bounds leave out more processes, other networks, and other values of tau, mu, xi
   and kappa; in time there is no bound. *)
EXTENDS PhysicalClocks

Pair == {<<1, 2>>, <<2, 1>>}
Ring == {<<1, 2>>, <<2, 3>>, <<3, 1>>}

CONSTANT Excess

AtMostExcess == elapsed > SettlingTime => Skew <= Epsilon + Excess
BelowExcess  == elapsed > SettlingTime => Skew < Epsilon + Excess

(* The bound is hardly too large. With two clocks it is so by Drift * Mu. *)
BelowSharpBound == elapsed > SettlingTime => Skew < Epsilon - Drift * Mu

(* What is left of the bound where Nu is much less than Tau: the paper's d(2 kappa tau + xi). *)
WithinApproximation == elapsed > SettlingTime => Skew <= Diameter * (2 * Drift * Tau + Xi * Unit)

(* Instead of Rates, to save states: each clock is as fast or as slow as it may be. *)
Extremes(p) == {-Drift, Drift}

(* Instead of MaxDelay: messages from 1 to 2 may take a tick more than the bound. *)
SlowLink(a) == IF a = <<1, 2>> THEN Nu + 1 ELSE Nu

(* Instead of SettlingTime, with a slow link: time to settle with messages that slow, so
   that what is seen is not what is left of the beginning. *)
LongSettling == Diameter * (Tau + Nu + 1)

(* Instead of Rates: the clock of 1 may be twice as fast or slow as PC1 permits. *)
FastDrift(p) == IF p = 1 THEN -2 * Drift..2 * Drift ELSE -Drift..Drift

(* Instead of SettlingTime: a tick less. *)
TooEarly == Diameter * (Tau + Nu) - 1
=============================================================================
