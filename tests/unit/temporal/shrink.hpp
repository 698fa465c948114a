// Makes a failing case smaller.
#pragma once

#include <functional>

#include "case.hpp"

namespace synod::temporal::test {

/// The smallest case found by leaving out states, steps, initial states and fairness, by putting a part or a
/// constant in the place of a formula, and by making atoms false, that still `fails`. Greedy.
[[nodiscard]] Case shrunk(Case c, const std::function<bool(const Case&)>& fails);

}  // namespace synod::temporal::test
