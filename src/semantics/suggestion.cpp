#include "semantics/suggestion.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

namespace synod::semantics {

namespace {

constexpr std::size_t longest_compared = 64;

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  return result;
}

}  // namespace

unsigned edit_distance(std::string_view left, std::string_view right) {
  const std::size_t width = right.size() + 1;
  std::vector<std::vector<unsigned>> distance(left.size() + 1, std::vector<unsigned>(width));
  for (std::size_t j = 0; j < width; ++j) distance[0][j] = static_cast<unsigned>(j);
  for (std::size_t i = 1; i <= left.size(); ++i) {
    distance[i][0] = static_cast<unsigned>(i);
    for (std::size_t j = 1; j < width; ++j) {
      const unsigned replaced = distance[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0U : 1U);
      distance[i][j] = std::min({distance[i - 1][j] + 1, distance[i][j - 1] + 1, replaced});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
        distance[i][j] = std::min(distance[i][j], distance[i - 2][j - 2] + 1);
      }
    }
  }
  return distance[left.size()][right.size()];
}

std::string nearest_name(std::string_view name, std::span<const std::string> candidates) {
  if (name.empty() || name.size() > longest_compared) return {};
  const auto limit = static_cast<unsigned>(std::max<std::size_t>(1, name.size() / 3));
  std::string best;
  unsigned least = limit + 1;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > name.size() + limit || candidate.size() + limit < name.size()) continue;
    unsigned distance = edit_distance(name, candidate);
    if (lower(name) == lower(candidate)) distance = 0;
    // A single letter is nearly every other single letter.
    if (distance >= name.size()) continue;
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace synod::semantics
