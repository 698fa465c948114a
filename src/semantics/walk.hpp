// One way to visit the direct parts of a core node.
#pragma once

#include "semantics/core.hpp"

namespace synod::semantics {

/// Calls visit(const Expr&) for every direct part: sets of bounds, operands, paths and values of updates. Not
/// for the bodies of LET definitions and of applied operators.
template <typename Visit>
void for_each_part(const Expr& expr, const Visit& visit) {
  const Expr* last_set = nullptr;
  for (const Bound& bound : expr.bounds) {
    if (bound.set != nullptr && bound.set != last_set) visit(*bound.set);
    last_set = bound.set;
  }
  for (const Expr* operand : expr.operands) visit(*operand);
  for (const Update& update : expr.updates) {
    for (const Expr* index : update.path) visit(*index);
    visit(*update.value);
  }
}

}  // namespace synod::semantics
