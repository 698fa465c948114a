#include "gate/visible_text.hpp"

#include <cstdint>

#include <fmt/format.h>

#include "outside/folder.hpp"

namespace synod::gate {
namespace {

/// The first character of a text that is UTF-8, which loses it.
char32_t take_character(std::string_view& text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  char32_t character = length == 1 ? first : first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i)
    character = character << 6U | (static_cast<unsigned char>(text[i]) & 0x3FU);
  text.remove_prefix(length);
  return character;
}

bool is_in(char32_t character, char32_t first, char32_t last) {
  return first <= character && character <= last;
}

bool is_hidden(char32_t c) {
  const bool control = c < 0x20 || is_in(c, 0x7F, 0x9F);
  const bool line_end = c == 0x2028 || c == 0x2029;
  const bool direction =
      c == 0x061C || is_in(c, 0x200E, 0x200F) || is_in(c, 0x202A, 0x202E) || is_in(c, 0x2066, 0x2069);
  const bool none = (c & 0xFFFEU) == 0xFFFE || is_in(c, 0xFDD0, 0xFDEF);  // noncharacters
  return control || line_end || direction || none || c == 0xFEFF;
}

std::string spelled(char32_t character) {
  switch (character) {
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      return fmt::format("\\u{:04x}", static_cast<std::uint32_t>(character));
  }
}

std::string visible_but(std::string_view kept, std::string_view text) {
  const std::string valid = outside::valid_utf8(text);
  std::string result;
  for (std::string_view rest = valid; !rest.empty();) {
    const std::string_view before = rest;
    const char32_t character = take_character(rest);
    const bool keep = !is_hidden(character) || kept.find(before.front()) != std::string_view::npos;
    result += keep ? std::string(before.substr(0, before.size() - rest.size())) : spelled(character);
  }
  return result;
}

}  // namespace

std::string visible(std::string_view text) { return visible_but("", text); }
std::string visible_lines(std::string_view text) { return visible_but("\n", text); }

}  // namespace synod::gate
