// What kind of value a value is, for `synod show --actions`.
#pragma once

#include <string>

#include "values/value.hpp"

namespace synod::program {

/// "integer", "set of string", "function from string to integer", "[a: boolean]" of an explicit value, as far
/// as its elements agree.
[[nodiscard]] std::string type_text(values::Value v);

}  // namespace synod::program
