#include "syntax/slip.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace synod::syntax {

namespace {

/// Those that are written in small letters by mistake. (A variable may well be called `state` or `action`.)
constexpr std::array<std::string_view, 14> keywords = {"IF",    "THEN",   "ELSE",    "LET",      "IN",
                                                       "CASE",  "CHOOSE", "LAMBDA",  "EXCEPT",   "DOMAIN",
                                                       "UNION", "SUBSET", "ENABLED", "UNCHANGED"};

bool touch(const Token& left, const Token& right) { return left.offset + left.length == right.offset; }

bool is_operator(const Token& token, OperatorId op) {
  return token.kind == TokenKind::operator_symbol && token.op == op;
}

/// The keyword of which this is another spelling.
std::string_view find_keyword(std::string_view word) {
  const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
  const auto* found = std::ranges::find_if(
      keywords, [&](std::string_view keyword) { return std::ranges::equal(keyword, word, {}, {}, upper); });
  return found == keywords.end() || *found == word ? std::string_view() : *found;
}

std::optional<Slip> keyword_slip(const Cursor& cursor, const Token* token) {
  if (token == nullptr || token->kind != TokenKind::identifier) return std::nullopt;
  const std::string_view keyword = find_keyword(cursor.text(*token));
  if (keyword.empty()) return std::nullopt;
  return Slip{cursor.span(*token), std::string(cursor.text(*token)),
              "`" + std::string(keyword) + "`: keywords are written in capital letters"};
}

}  // namespace

std::optional<Slip> find_slip(const Cursor& cursor) {
  const Token& token = cursor.raw();
  const Token& next = cursor.raw(1);
  const auto spanned = [&](const Token& last) {
    return Span{cursor.span(token).source, token.begin(), last.end()};
  };
  if (token.kind == TokenKind::bang && is_operator(next, OperatorId::equality) && touch(token, next))
    return Slip{spanned(next), "!=", "`#` or `/=`, which say that two values differ"};
  if (token.kind == TokenKind::bang) return Slip{cursor.span(token), "!", "`~`, which negates a formula"};
  // Where a line begins, `a ==` is a definition after something that went wrong.
  const bool opens_line = cursor.previous() != nullptr && cursor.previous()->first_on_line;
  if (token.kind == TokenKind::defined_as && !opens_line)
    return Slip{cursor.span(token), "==", "`=`, which compares; `==` begins a definition"};
  const Token& after = cursor.raw(2);
  if (is_operator(token, OperatorId::prime) && is_operator(after, OperatorId::prime) && touch(token, next) &&
      touch(next, after)) {
    const std::string word(cursor.text(next));
    return Slip{spanned(after), "'" + word + "'", "\"" + word + "\": strings stand in double quotes"};
  }
  std::optional<Slip> slip = keyword_slip(cursor, cursor.previous());
  if (auto here = keyword_slip(cursor, &token)) slip = std::move(here);
  if (!slip) return slip;
  // `if a then b` becomes hard to read at `then`; `if` is where it began.
  for (std::size_t back = 1; cursor.previous(back) != nullptr; ++back) {
    const Token* earlier = cursor.previous(back);
    if (earlier->line != token.line) break;
    if (auto first = keyword_slip(cursor, earlier)) slip = std::move(first);
  }
  return slip;
}

}  // namespace synod::syntax
