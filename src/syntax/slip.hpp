// What people write who think of another language.
#pragma once

#include <optional>
#include <string>

#include "syntax/cursor.hpp"

namespace synod::syntax {

/// A stretch of text that should be written otherwise.
struct Slip {
  Span span;
  std::string text;    ///< as written: "!="
  std::string advice;  ///< what is expected instead
};

/// The slip that explains why the next token does not fit, if it is one of those known: `!=`, `!x`, `==` in
/// an expression, 'text', a keyword in small letters.
[[nodiscard]] std::optional<Slip> find_slip(const Cursor& cursor);

}  // namespace synod::syntax
