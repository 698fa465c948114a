// UTF-8 text as the front end sees it: code points and columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace synod::syntax {

/// One code point and how many bytes it takes.
struct CodePoint {
  char32_t value = 0;
  unsigned length = 1;
  bool valid = true;  ///< false for a byte that is no UTF-8: then value is U+FFFD and length is 1
};

/// The code point at an offset, which must be inside the text.
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t offset);

/// The column after a code point at `column`: tab stops every 8 columns, everything else is one wide.
[[nodiscard]] constexpr std::uint32_t next_column(char32_t code_point, std::uint32_t column) {
  return code_point == U'\t' ? (column + 7) / 8 * 8 + 1 : column + 1;
}

/// The column of an offset in a line, counted from 1.
[[nodiscard]] std::uint32_t column_of(std::string_view line, std::size_t offset);

/// Offset of the first byte that is not UTF-8.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

}  // namespace synod::syntax
