// Cases made by chance.
#pragma once

#include <cstdint>
#include <vector>

#include "case.hpp"

namespace synod::temporal::test {

/// A function of the seed. 1 to 5 states, 1 to 4 atoms, 0 to 3 fairness formulas, mostly weak and strong
/// fairness, and a property; at most 11 different [] and <> in all.
[[nodiscard]] Case random_case(std::uint64_t seed);

/// 0 .. count - 1 in some order, a function of the seed.
[[nodiscard]] std::vector<StateId> random_permutation(std::size_t count, std::uint64_t seed);

}  // namespace synod::temporal::test
