// What no engine can check of a temporal formula, refused by name before anything runs.
#pragma once

#include <string>

#include "model/binding.hpp"

namespace synod::model {

/// Reports every construct in `formula`, and in the definitions it uses, that stands around or is a temporal
/// operator and cannot be checked: -+->, \EE, \AA, quantifiers that are not over constant sets, CASE,
/// recursive definitions. `what` is what the formula is: "PROPERTY Live".
void refuse_unsupported(const Binding& binding, const std::string& what, const semantics::Expr& formula);

}  // namespace synod::model
