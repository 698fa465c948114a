// The modules that come with Synod (Naturals, Sequences, TLC, ...): TLA+ texts in src/semantics/modules,
// embedded by the build.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace synod::semantics {

/// The text of a built-in module, or nothing when there is none of that name.
[[nodiscard]] std::optional<std::string_view> built_in_module(std::string_view name);

/// The names of all built-in modules, in alphabetical order.
[[nodiscard]] std::vector<std::string_view> built_in_module_names();

}  // namespace synod::semantics
