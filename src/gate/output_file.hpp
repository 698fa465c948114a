// Files that a gate writes.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace synod::gate {

/// Writes a whole file, by way of one beside it, so that it is never half there. Empty when all went well,
/// else why not.
[[nodiscard]] std::string write_output_file(const std::filesystem::path& file, std::string_view text);

}  // namespace synod::gate
