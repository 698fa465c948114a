#include "gate/visible_text.hpp"

#include <cstdint>

#include <fmt/format.h>

#include "syntax/text.hpp"

namespace synod::gate {
namespace {

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
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const syntax::CodePoint c = syntax::decode(text, at);
    const std::string_view bytes = text.substr(at, c.length);
    if (!c.valid) {
      result += "\xef\xbf\xbd";  // U+FFFD
    } else if (is_hidden(c.value) && kept.find(bytes) == std::string_view::npos) {
      result += spelled(c.value);
    } else {
      result += bytes;
    }
    at += c.length;
  }
  return result;
}

}  // namespace

std::string visible(std::string_view text) { return visible_but("", text); }
std::string visible_lines(std::string_view text) { return visible_but("\n", text); }

}  // namespace synod::gate
