// Formulas as automata that read the steps of a behaviour.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include "temporal/formula.hpp"

namespace synod::temporal {

/// A formula whose automaton has too many states, transitions or <>: no formula that a person wrote.
class FormulaTooLarge : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A move of the automaton along a step of which all formulas of `label` (propositional ones) hold.
struct Transition {
  std::uint32_t target = 0;
  std::vector<FormulaId> label;
  std::uint64_t postponed = 0;  ///< promises `<>F` made before or now that this move leaves open, as bits
};

/// A generalised Büchi automaton with its acceptance on transitions: a behaviour is accepted when some run
/// along its steps postpones no promise forever, that is, takes infinitely many moves that do not postpone
/// it, for every promise.
///
/// Every state lies on a way to a cycle that postpones nothing for ever (labels taken as satisfiable), so an
/// automaton without states accepts nothing.
struct Automaton {
  std::vector<std::vector<Transition>> states;  ///< 0 is the initial one
  unsigned promises = 0;
  std::vector<std::uint32_t> components;  ///< per state: its strongly connected component
  std::vector<bool> accepting;            ///< per component: it has such a cycle

  [[nodiscard]] bool empty() const { return states.empty(); }
  [[nodiscard]] bool may_accept(std::uint32_t state) const { return accepting[components[state]]; }
};

/// The behaviours that satisfy `formula`. States are sets of formulas still to be satisfied, made as they
/// are reached (Gerth, Peled, Vardi, Wolper, "Simple On-the-fly Automatic Verification of Linear Temporal
/// Logic", PSTV 1995, section 3), with promises on transitions (Couvreur, "On-the-fly Verification of Linear
/// Temporal Logic", FM 1999, section 3). Exponential in the size of the formula at worst; throws
/// FormulaTooLarge.
[[nodiscard]] Automaton automaton_of(Formulas& formulas, FormulaId formula);

}  // namespace synod::temporal
