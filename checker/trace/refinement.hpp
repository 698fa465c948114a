// Refinement told part by part: which of a property's parts hold, and what an abstract specification sees.
#pragma once

#include "trace/verdict.hpp"

namespace synod::trace {

/// Fills `instance`, `abstract_states` and `parts` of a verdict whose result and outcome are there. Values
/// are interned. What cannot be evaluated is left out.
void describe_refinement(Verdict& verdict, const program::Program& program, values::Interner& interner);

}  // namespace synod::trace
