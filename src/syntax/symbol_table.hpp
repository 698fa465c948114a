// Finds the longest symbol at a place in the text.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "syntax/token.hpp"

namespace synod::syntax {

/// A symbol as written. Words (ENABLED, IF) are not symbols: they are found by the table of reserved words.
struct Symbol {
  std::string_view spelling;
  TokenKind kind{};
  OperatorId op{};
  bool bullet = false;
};

/// Every symbol of the language, operators and punctuation, by first byte and longest first.
class SymbolTable {
 public:
  SymbolTable();
  /// The longest symbol that `text` begins with.
  [[nodiscard]] const Symbol* longest_match(std::string_view text) const;

 private:
  std::array<std::vector<Symbol>, 256> by_first_byte_;
};

/// The one table, built on first use.
[[nodiscard]] const SymbolTable& symbol_table();

}  // namespace synod::syntax
