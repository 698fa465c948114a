// From the text of a manifest to JSON.
#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "gate/manifest.hpp"

namespace synod::gate {

/// Nothing, with the problem, for what is no JSON: UTF-8 without a byte of 0, with numbers that a double can
/// hold, and no deeper than JsonText reads. A byte order mark at the beginning is allowed.
[[nodiscard]] std::optional<nlohmann::json> read_json(const std::string& text, Problem& problem);

}  // namespace synod::gate
