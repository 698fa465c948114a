// What a search for a lasso has to find, decided without automata made for the formula, without Streett pairs
// and without Tarjan's algorithm: by the meaning of the formulas, and by the tableau of all their
// subformulas.
#pragma once

#include <cstddef>
#include <optional>

#include "case.hpp"

namespace synod::temporal::test {

/// Whether a formula holds of a behaviour of the case, by definition.
[[nodiscard]] bool holds(const Case& c, const LtlPtr& formula, const Lasso& lasso);

/// Whether `formula` holds of some behaviour of the case, and if so, how many steps it takes at least to come
/// to the loop of such a lasso; stuttering steps are not counted.
///
/// The tableau of Lichtenstein and Pnueli ("Checking That Finite State Concurrent Programs Satisfy Their
/// Linear Specification", POPL 1985), walked together with the graph: exponential in the number of [] and <>.
[[nodiscard]] std::optional<std::size_t> shortest_prefix(const Case& c, const LtlPtr& formula);

}  // namespace synod::temporal::test
