------------------------------- MODULE Unlike -------------------------------
EXTENDS TLC

CONSTANTS a, b

VARIABLE seen

(* The sets in here can be ordered as they are, because a is less than b.
   Once a and b change places, 2 has to be compared with "x". *)
Init == seen = {}
Next == seen' = {{<<a, 1>>, <<b, 2>>}, {<<a, 3>>, <<b, "x">>}}

Symmetry == Permutations({a, b})
=============================================================================
