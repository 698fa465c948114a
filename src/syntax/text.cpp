#include "syntax/text.hpp"

namespace synod::syntax {

namespace {

/// Length of the sequence that a lead byte announces, 0 for what cannot lead.
unsigned announced_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

/// Overlong forms, surrogates and what lies beyond Unicode.
bool allowed(char32_t value, unsigned length) {
  if (length == 3) return value >= 0x800 && (value < 0xD800 || value > 0xDFFF);
  if (length == 4) return value >= 0x10000 && value <= 0x10FFFF;
  return true;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t offset) {
  constexpr CodePoint invalid{0xFFFD, 1, false};
  const auto lead = static_cast<unsigned char>(text[offset]);
  const unsigned length = announced_length(lead);
  if (length == 1) return {lead, 1, true};
  if (length == 0 || text.size() - offset < length) return invalid;
  char32_t value = lead & (0x7FU >> length);
  for (unsigned i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[offset + i]);
    if ((byte & 0xC0U) != 0x80U) return invalid;
    value = (value << 6U) | (byte & 0x3FU);
  }
  if (!allowed(value, length)) return invalid;
  return {value, length, true};
}

std::uint32_t column_of(std::string_view line, std::size_t offset) {
  std::uint32_t column = 1;
  for (std::size_t at = 0; at < offset && at < line.size();) {
    const CodePoint point = decode(line, at);
    column = next_column(point.value, column);
    at += point.length;
  }
  return column;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (!point.valid) return at;
    at += point.length;
  }
  return std::nullopt;
}

}  // namespace synod::syntax
