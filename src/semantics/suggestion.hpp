// "Did you mean ...?"
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace synod::semantics {

/// The number of insertions, deletions, replacements and swaps of neighbours that turn one text into the
/// other (Damerau's distance, restricted to non-overlapping swaps). Cost: the product of the lengths.
[[nodiscard]] unsigned edit_distance(std::string_view left, std::string_view right);

/// The candidate that `name` was most probably meant to be: the least distance, at most a third of its length
/// (one for short names); among equals the first. A difference of case only always qualifies. Empty when
/// there is none.
[[nodiscard]] std::string nearest_name(std::string_view name, std::span<const std::string> candidates);

}  // namespace synod::semantics
