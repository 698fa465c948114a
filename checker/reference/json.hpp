// Values as JSON text, and back.
#pragma once

#include <string>

#include "reference/value.hpp"

namespace synod::model {
struct Model;
}

namespace synod::reference {

/// What ToJson gives for a normalised value.
[[nodiscard]] std::string json_text(const Value& v);

/// Objects become records, arrays sequences. Throws EvaluationError(argument), which says what `name` is.
[[nodiscard]] Value value_of_json(const std::string& text, const std::string& name);

/// The form of IOSerialize, which keeps what the value is:
/// {"set": [...]}, {"tuple": [...]}, {"function": [[key, value], ...]}, {"model": "name"}, or a scalar.
[[nodiscard]] std::string exact_text(const Value& v);
[[nodiscard]] Value value_of_exact(const model::Model& model, const std::string& text,
                                   const std::string& name);

}  // namespace synod::reference
