#include "model/config_keywords.hpp"

#include <string>
#include <vector>

#include "semantics/suggestion.hpp"

namespace synod::model {

std::optional<std::string_view> similar_keyword(std::string_view text) {
  std::vector<std::string> candidates;
  for (const Keyword& keyword : config_keywords) candidates.emplace_back(keyword.text);
  std::string upper(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  const std::string found = semantics::nearest_name(upper, candidates);
  for (const Keyword& keyword : config_keywords) {
    if (keyword.text == found) return keyword.text;
  }
  return std::nullopt;
}

}  // namespace synod::model
