// Which operators use which.
#pragma once

#include <deque>
#include <vector>

#include "semantics/core.hpp"

namespace synod::semantics {

/// Operators that all reach each other through their bodies.
struct Component {
  std::vector<Operator*> operators;
  bool recursive = false;  ///< more than one, or one that uses itself
};

/// The strongly connected components of all operators, each after those that it uses (Tarjan 1972, without
/// recursion, because chains of definitions can be long).
[[nodiscard]] std::vector<Component> components(std::deque<Operator>& operators);

}  // namespace synod::semantics
