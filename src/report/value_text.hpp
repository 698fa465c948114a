// Values over several lines, as people read them.
#pragma once

#include <string>

#include "values/value.hpp"

namespace synod::report {

/// A value that begins at `column` (from 0) of a line of `width` columns: on one line if it fits, else one
/// component per line, aligned below each other. No final newline.
[[nodiscard]] std::string wrapped(values::Value value, std::size_t column, std::size_t width);

/// What is new in the value of `name`, in one line: "msgs gained {3}; votes[a2].bal: 0 became 1"; empty when
/// that is longer than `width`.
[[nodiscard]] std::string describe_change(const std::string& name, values::Value before, values::Value now,
                                          std::size_t width);

}  // namespace synod::report
