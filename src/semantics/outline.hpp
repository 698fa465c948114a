// The last step of resolution: which operators belong to the specification and what a .cfg may name.
#pragma once

#include "semantics/context.hpp"

namespace synod::semantics {

/// Fills Spec::variables, constants, assumptions, mappings and root_operators, and makes the copies that
/// named instances need for the latter. Before levels are checked.
void collect_root(Context& context, const ResolvedModule& root);

/// Fills Spec::operators, with dense ids, and constant_definitions: what can be reached from the root. After
/// levels are assigned.
void collect_operators(Context& context, const ResolvedModule& root);

}  // namespace synod::semantics
