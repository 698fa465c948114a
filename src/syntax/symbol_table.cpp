#include "syntax/symbol_table.hpp"

#include <algorithm>
#include <functional>

namespace synod::syntax {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// \land and \lor are infix operators only; the other spellings may also begin an item of a junction list.
bool can_be_bullet(OperatorId op, std::string_view spelling) {
  return (op == OperatorId::conjunction || op == OperatorId::disjunction) && !spelling.starts_with("\\l");
}

}  // namespace

SymbolTable::SymbolTable() {
  const auto add = [this](const Symbol& symbol) {
    by_first_byte_[static_cast<unsigned char>(symbol.spelling.front())].push_back(symbol);
  };
  const std::span<const Operator> operators = all_operators();
  for (std::size_t i = 0; i < operators.size(); ++i) {
    const auto id = static_cast<OperatorId>(i);
    const auto add_spelling = [&](std::string_view spelling) {
      if (spelling.empty() || is_letter(spelling.front())) return;
      add({spelling, TokenKind::operator_symbol, id, can_be_bullet(id, spelling)});
    };
    add_spelling(operators[i].name);
    for (const std::string_view synonym : operators[i].synonyms) add_spelling(synonym);
  }
  for (const Punctuation& entry : all_punctuation()) add({entry.spelling, entry.kind});
  for (std::vector<Symbol>& symbols : by_first_byte_) {
    std::ranges::sort(symbols, std::ranges::greater(), [](const Symbol& s) { return s.spelling.size(); });
  }
}

const Symbol* SymbolTable::longest_match(std::string_view text) const {
  if (text.empty()) return nullptr;
  for (const Symbol& symbol : by_first_byte_[static_cast<unsigned char>(text.front())]) {
    if (text.starts_with(symbol.spelling)) return &symbol;
  }
  return nullptr;
}

const SymbolTable& symbol_table() {
  static const SymbolTable table;
  return table;
}

}  // namespace synod::syntax
