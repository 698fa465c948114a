#include "gate/json_syntax.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace synod::gate {
namespace {

using nlohmann::json;

Problem problem_at(const std::string& text, std::size_t offset, std::string message) {
  const std::string_view before = std::string_view(text).substr(0, offset);
  const std::size_t line_begin = before.rfind('\n') + 1;  // 0 where there is none
  const auto line = static_cast<std::size_t>(std::ranges::count(before, '\n'));
  return {line + 1, std::move(message), before.size() - line_begin + 1};
}

/// What stands behind nlohmann's number and place: "[json.exception.parse_error.101] parse error at line 3,
/// column 7: syntax error while parsing value - invalid literal; last read: 'tru}'".
std::string reason_of(const json::exception& error) {
  std::string_view message = error.what();
  for (const std::string_view before : {"] ", ": ", "syntax error ", "while parsing value - "}) {
    const std::size_t found = message.find(before);
    if (found != std::string_view::npos) message.remove_prefix(found + before.size());
  }
  return std::string(message);
}

/// "number overflow parsing '1e999'" has no place.
std::size_t place_of_number(const std::string& text, std::string_view message) {
  const std::size_t begin = message.find('\'');
  if (begin == std::string_view::npos) return 0;
  const std::size_t found = text.find(message.substr(begin + 1, message.rfind('\'') - begin - 1));
  return found == std::string::npos ? 0 : found;
}

}  // namespace

std::optional<json> read_json(const std::string& text, Problem& problem) {
  // The parser takes it for the end.
  if (const std::size_t zero = text.find('\0'); zero != std::string::npos) {
    problem = problem_at(text, zero, "this is not JSON: a byte of 0");
    return std::nullopt;
  }
  if (nesting_of(text) > JsonText::deepest) {
    problem = {1, "this is nested too deep to be a manifest"};
    return std::nullopt;
  }
  try {
    return json::parse(text);
  } catch (const json::parse_error& error) {
    const std::size_t offset = std::min(std::max<std::size_t>(error.byte, 1) - 1, text.size());
    problem = problem_at(text, offset, "this is not JSON: " + reason_of(error));
  } catch (const json::out_of_range& error) {
    problem = problem_at(text, place_of_number(text, error.what()), "this number is too large");
  } catch (const json::exception& error) {
    problem = {1, "this is not JSON: " + reason_of(error)};
  }
  return std::nullopt;
}

}  // namespace synod::gate
