// Values as JSON, for the operators that write and read it.
#pragma once

#include <string>
#include <string_view>

#include "program/context.hpp"

namespace synod::program {

/// What ToJson gives: sequences and sets as arrays, other functions as objects. For readers of JSON: that a
/// set was one is lost.
[[nodiscard]] std::string json_text(Value v);

/// Objects as records, arrays as sequences. Throws EvaluationError(argument), which begins with `what`.
[[nodiscard]] Value value_of_json(Context& c, std::string_view text, const std::string& what);

/// A form from which value_of_exact makes the same value again: scalars as they are,
///   {"set": [...]}   {"tuple": [...]}   {"function": [[key, value], ...]}   {"model": "name"}
[[nodiscard]] std::string exact_text(Value v);
[[nodiscard]] Value value_of_exact(Context& c, std::string_view text, const std::string& what);

}  // namespace synod::program
