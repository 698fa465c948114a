// Positions in source text.
#pragma once

#include <compare>
#include <cstdint>

namespace synod {

/// A place in a source file. Lines and columns start at 1; a column counts code points, a tab stops every 8
/// columns.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  auto operator<=>(const Position&) const = default;
};

/// Index of a source file in its SourceMap. 0 is "no file" (built by the checker itself).
using SourceId = std::uint32_t;

/// A stretch of one source file, both ends included, as in TLC's "line a, col b to line c, col d".
struct Span {
  SourceId source = 0;
  Position begin;
  Position end;
  bool operator==(const Span&) const = default;
  [[nodiscard]] bool known() const { return source != 0; }
};

}  // namespace synod
