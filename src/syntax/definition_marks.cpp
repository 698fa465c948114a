// Where definitions begin, found from their `==` as SANY finds it (TLAplusParser.belchDEF).
#include <algorithm>

#include "syntax/lexer.hpp"

namespace synod::syntax {

namespace {

bool is_operator(const Token& token, Fixity fixity) {
  return token.kind == TokenKind::operator_symbol && get_operator(token.op).fixity == fixity;
}

bool opens(TokenKind kind) { return kind == TokenKind::left_paren || kind == TokenKind::left_bracket; }
bool closes(TokenKind kind) { return kind == TokenKind::right_paren || kind == TokenKind::right_bracket; }

class DefinitionMarker {
 public:
  explicit DefinitionMarker(std::vector<Token>& tokens) : tokens_(tokens) {}

  /// Marks the left side of the `==` at index `defined_as`, which begins after index `floor`.
  void mark(std::size_t floor, std::size_t defined_as) {
    floor_ = floor;
    if (defined_as == floor) return;
    const std::size_t last = defined_as - 1;
    if (last < floor) return;
    const std::size_t first = closes(tokens_[last].kind) ? before_brackets(last) : without_brackets(last);
    if (first != none) tokens_[first].begins_definition = true;
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// F(...) == and f[...] ==.
  [[nodiscard]] std::size_t before_brackets(std::size_t last) const {
    unsigned depth = 0;
    for (std::size_t at = last + 1; at-- > floor_;) {
      if (closes(tokens_[at].kind)) ++depth;
      if (opens(tokens_[at].kind) && --depth == 0) {
        return at > floor_ && tokens_[at - 1].kind == TokenKind::identifier ? at - 1 : none;
      }
    }
    return none;
  }

  /// x ==, a ++ b ==, -. a ==, a^+ ==.
  [[nodiscard]] std::size_t without_brackets(std::size_t last) const {
    if (is_operator(tokens_[last], Fixity::postfix)) return is_identifier(last, 1) ? last - 1 : none;
    if (tokens_[last].kind != TokenKind::identifier) return none;
    if (last == floor_) return last;
    const Token& before = tokens_[last - 1];
    if (is_operator(before, Fixity::infix)) {
      return is_identifier(last, 2) && !lacks_operand(last, 2) ? last - 2 : last;
    }
    const bool is_substitution = last - 1 > floor_ && tokens_[last - 2].kind == TokenKind::gets;
    return is_operator(before, Fixity::prefix) && !is_substitution && !lacks_operand(last, 1) ? last - 1
                                                                                              : last;
  }

  /// `A == x +` and `B == ...` on the next line: that defines B, and + lacks its operand.
  [[nodiscard]] bool lacks_operand(std::size_t last, std::size_t back) const {
    return tokens_[last].first_on_line && !tokens_[last - back].first_on_line;
  }

  [[nodiscard]] bool is_identifier(std::size_t index, std::size_t back) const {
    return index >= floor_ + back && tokens_[index - back].kind == TokenKind::identifier;
  }

  std::vector<Token>& tokens_;
  std::size_t floor_ = 0;
};

}  // namespace

void mark_definitions(std::vector<Token>& tokens) {
  DefinitionMarker marker(tokens);
  std::size_t floor = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::defined_as) continue;
    marker.mark(floor, i);
    floor = i + 1;
  }
}

}  // namespace synod::syntax
