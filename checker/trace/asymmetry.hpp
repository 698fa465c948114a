// Whether SYMMETRY is one: a check of what it relies on.
#pragma once

#include <vector>

#include "base/interruption.hpp"
#include "explore/search.hpp"
#include "syntax/diagnostic.hpp"

namespace synod::trace {

/// Warnings about formulas that the model's SYMMETRY does not fix: Init, Next, constraints, invariants, and
/// the parts of properties that are judged in the search. Only formulas with suspects (suspects.hpp) are
/// looked at. Each is evaluated in the states that the search noted (Result::noted_states) and in their
/// images: where the results are not images of each other, it is asymmetric, and the warning shows the
/// suspects. There is no warning without such a proof; an asymmetry that shows in none of these states is not
/// found. The VIEW needs no such check: it is taken of the least image, and so the same for a whole orbit.
/// Ends early, with what it has found, when `stop` is set.
[[nodiscard]] std::vector<syntax::Diagnostic> find_asymmetries(const program::Program& program,
                                                               values::Interner& interner,
                                                               const explore::Result& result,
                                                               const StopFlag& stop);

}  // namespace synod::trace
