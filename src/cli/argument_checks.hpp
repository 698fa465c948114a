// Checks of what is given to an option, which say what was given and what is allowed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace synod::cli {

/// A whole number that is at least `least` and at most `most`.
[[nodiscard]] CLI::Validator whole_number(std::uint64_t least, std::uint64_t most = UINT64_MAX);

/// A length of time; a fraction is allowed.
[[nodiscard]] CLI::Validator minutes();

/// One of these words, for an enumeration whose values have the same order. (CLI::CheckedTransformer would
/// take the numbers behind the words too.)
[[nodiscard]] CLI::Validator one_of(std::vector<std::string> words);

/// A number of bytes with a unit: 512M, 16G. It becomes the number of bytes.
[[nodiscard]] CLI::Validator memory_size();

/// A folder that exists.
[[nodiscard]] CLI::Validator existing_folder();

}  // namespace synod::cli
