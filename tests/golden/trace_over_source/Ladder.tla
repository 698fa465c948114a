---- MODULE Ladder ----
EXTENDS Naturals
VARIABLE rung
Init == rung = 1
Climb == rung' = rung + 1
\* In a simulation a behaviour ends where no successor is in the model.
Short == rung < 4
Low == rung > 4
====
