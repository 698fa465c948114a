// The order of a LET's definitions.
#pragma once

#include <vector>

#include "semantics/core.hpp"

namespace synod::semantics {

/// The same operators, each after those that it uses, else in the given order; recursive ones in the given
/// order among themselves. What is written is in this order already; copies that an INSTANCE in the LET makes
/// on demand are not.
[[nodiscard]] std::vector<const Operator*> in_order_of_use(const std::vector<const Operator*>& definitions);

}  // namespace synod::semantics
