// A graph of a few states, the atoms that hold in it, fairness and a property: what one search is about.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ltl.hpp"
#include "temporal/graph.hpp"
#include "temporal/search.hpp"

namespace synod::temporal::test {

struct Atom {
  bool of_steps = false;
  std::vector<std::vector<bool>> holds;  ///< [s][t]: on the step; [s][s]: in the state, or when it stutters
};

/// Plain data. Every state can be reached, as in the graph of a search, and no list of successors has the
/// state itself or anything twice.
struct Case {
  std::vector<std::vector<StateId>> successors;
  std::vector<StateId> initial;
  std::vector<Atom> atoms;
  std::vector<LtlPtr> fairness;
  LtlPtr property;

  [[nodiscard]] std::size_t states() const { return successors.size(); }
  /// Stuttering when both are the same.
  [[nodiscard]] bool is_step(StateId from, StateId to) const;
  [[nodiscard]] bool holds(AtomId atom, StateId from, StateId to) const {
    return atoms[atom].holds[from][atoms[atom].of_steps ? to : from];
  }
};

/// All fairness, and not the property.
[[nodiscard]] LtlPtr violation(const Case& c);

/// The same case with `name[s]` for each state s; `name` has as many states as the result, some of them not
/// when states are left out: those have the name `left_out`.
inline constexpr StateId left_out = ~StateId{0};
[[nodiscard]] Case renamed(const Case& c, const std::vector<StateId>& name);

/// Without the states that cannot be reached; the others keep their order.
[[nodiscard]] Case without_unreachable(const Case& c);

[[nodiscard]] std::string text(const Case& c);
/// "0 1 (2 3)": the loop in parentheses.
[[nodiscard]] std::string text(const Lasso& lasso);

}  // namespace synod::temporal::test
