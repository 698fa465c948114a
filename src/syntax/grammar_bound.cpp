// Bounds of quantifiers, functions and sets.
#include "syntax/grammar.hpp"

namespace synod::syntax {

namespace {

/// Index (ahead of the next token) of what follows identifiers separated by commas from `ahead` on; 0 if
/// there are none.
std::size_t after_identifiers(const Cursor& cursor, std::size_t ahead) {
  while (cursor.raw(ahead).kind == TokenKind::identifier) {
    ++ahead;
    if (cursor.raw(ahead).kind != TokenKind::comma) return ahead;
    ++ahead;
  }
  return 0;
}

bool is_membership(const Token& token) {
  return token.kind == TokenKind::operator_symbol && token.op == OperatorId::membership;
}

}  // namespace

bool at_bound(const Cursor& cursor, bool many) {
  if (cursor.at(TokenKind::identifier)) {
    return is_membership(cursor.raw(many ? after_identifiers(cursor, 0) : 1));
  }
  if (!cursor.at(TokenKind::left_angle)) return false;
  const bool is_empty = cursor.raw(1).kind == TokenKind::right_angle;
  const std::size_t closing = is_empty ? 1 : after_identifiers(cursor, 1);
  return cursor.raw(closing).kind == TokenKind::right_angle && is_membership(cursor.raw(closing + 1));
}

std::vector<Identifier> identifiers(Cursor& cursor) {
  std::vector<Identifier> names;
  do {
    names.push_back(cursor.expect_identifier());
  } while (cursor.accept(TokenKind::comma));
  return names;
}

Bound pattern(Cursor& cursor) {
  Bound result;
  if (cursor.at(TokenKind::left_angle)) {
    const Token& open = cursor.take();
    result.tuple = true;
    if (!cursor.at(TokenKind::right_angle)) result.names = identifiers(cursor);
    cursor.expect_closing(TokenKind::right_angle, open);
  } else {
    result.names.push_back(cursor.expect_identifier("an identifier or a tuple of identifiers"));
  }
  return result;
}

Bound bound(Cursor& cursor) {
  Bound result = pattern(cursor);
  while (!result.tuple && cursor.accept(TokenKind::comma)) result.names.push_back(cursor.expect_identifier());
  cursor.expect(OperatorId::membership);
  result.set = expression(cursor);
  return result;
}

std::vector<Bound> bounds(Cursor& cursor) {
  std::vector<Bound> list;
  do {
    list.push_back(bound(cursor));
  } while (cursor.accept(TokenKind::comma));
  return list;
}

std::vector<Bound> bounds_or_names(Cursor& cursor) {
  if (cursor.at(TokenKind::left_angle)) return bounds(cursor);
  Bound first = {identifiers(cursor), false, nullptr};
  std::vector<Bound> list;
  if (cursor.at(OperatorId::membership)) {
    cursor.take();
    first.set = expression(cursor);
  }
  const bool has_set = first.set != nullptr;
  list.push_back(std::move(first));
  while (has_set && cursor.accept(TokenKind::comma)) list.push_back(bound(cursor));
  return list;
}

}  // namespace synod::syntax
