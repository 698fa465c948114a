// Texts from manifests and specifications, as they may stand on a terminal, in a log or in a report.
#pragma once

#include <string>
#include <string_view>

namespace synod::gate {

/// The text with every character spelled out (\n, \u001b) that is not seen or would steer what shows it:
/// control characters, separators of lines, marks of the direction of writing, and what is no character. A
/// line of a log can so hold no command to whoever reads the log. What is no UTF-8 becomes U+FFFD.
[[nodiscard]] std::string visible(std::string_view text);

/// The same, but the ends of lines stay.
[[nodiscard]] std::string visible_lines(std::string_view text);

}  // namespace synod::gate
