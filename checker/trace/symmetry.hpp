// SYMMETRY: the set of permutations that it names, found before the search.
#pragma once

#include "model/model.hpp"
#include "syntax/diagnostic.hpp"

namespace synod::trace {

/// Evaluates the model's SYMMETRY, if there is one, and fills in its permutations. An error is what is no set
/// of permutations of model values, or generates too large a group. Where TLC makes no use of it, there is a
/// warning and there are no permutations. The atoms of the model values must be known.
void settle_symmetry(model::Model& model, syntax::Diagnostics& diagnostics);

}  // namespace synod::trace
