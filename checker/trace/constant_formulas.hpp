// Formulas of a configuration that depend on no variable: they are decided before the search.
#pragma once

#include "model/model.hpp"
#include "syntax/diagnostic.hpp"

namespace synod::trace {

/// Drops invariants and constraints of constant level that are TRUE, with a warning, and reports those that
/// are FALSE as errors of the configuration, as TLC does. One that cannot be evaluated stays: its error
/// appears in the search.
void settle_constant_formulas(model::Model& model, syntax::Diagnostics& diagnostics);

}  // namespace synod::trace
