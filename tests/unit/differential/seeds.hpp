// Which random cases a test runs.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

namespace synod::differential {

[[nodiscard]] inline std::optional<std::uint64_t> number_in_environment(const char* name) {
  const char* text = std::getenv(name);
  if (text == nullptr || *text == '\0') return std::nullopt;
  return std::stoull(text);
}

/// first, first + 1, ...: `count` seeds; with SYNOD_DIFFERENTIAL_SEED and SYNOD_DIFFERENTIAL_COUNT (1000)
/// set, those instead. A case is a function of its seed.
[[nodiscard]] inline std::vector<std::uint64_t> seeds(std::uint64_t first, std::uint64_t count) {
  if (const auto chosen = number_in_environment("SYNOD_DIFFERENTIAL_SEED")) {
    first = *chosen;
    count = number_in_environment("SYNOD_DIFFERENTIAL_COUNT").value_or(1000);
  }
  std::vector<std::uint64_t> result;
  for (std::uint64_t i = 0; i < count; ++i) result.push_back(first + i);
  return result;
}

}  // namespace synod::differential
