// Random small specifications with their configurations.
#pragma once

#include <cstdint>

#include "term.hpp"

namespace synod::differential {

/// A module of operators E1, E2, ... to evaluate, over variables that Init gives values.
[[nodiscard]] Document random_expressions(std::uint64_t seed, int count);

/// A specification to explore.
[[nodiscard]] Document random_spec(std::uint64_t seed);

}  // namespace synod::differential
