// What assumptions and theorems state: expressions and ASSUME/PROVE.
#include "syntax/grammar.hpp"

namespace synod::syntax {

namespace {

bool is_assume(TokenKind kind) { return kind == TokenKind::word_assume || kind == TokenKind::boxed_assume; }

bool at_new(const Cursor& cursor) {
  switch (cursor.kind()) {
    case TokenKind::word_new:
    case TokenKind::word_constant:
    case TokenKind::word_variable:
    case TokenKind::word_state:
    case TokenKind::word_action:
    case TokenKind::word_temporal:
      return true;
    default:
      return false;
  }
}

std::string kind_of_new(Cursor& cursor) {
  const bool has_new = cursor.accept(TokenKind::word_new);
  switch (cursor.kind()) {
    case TokenKind::word_constant:
      cursor.take();
      return "CONSTANT";
    case TokenKind::word_variable:
      cursor.take();
      return "VARIABLE";
    case TokenKind::word_state:
      cursor.take();
      return "STATE";
    case TokenKind::word_action:
      cursor.take();
      return "ACTION";
    case TokenKind::word_temporal:
      cursor.take();
      return "TEMPORAL";
    default:
      if (!has_new) cursor.fail_expected("a declaration");
      return "CONSTANT";
  }
}

/// NEW x, NEW x \in S, NEW CONSTANT F(_), VARIABLE v, NEW STATE s, ...
AssumeProve::New new_declaration(Cursor& cursor) {
  AssumeProve::New result;
  result.kind = kind_of_new(cursor);
  result.parameter = result.kind == "VARIABLE" ? Parameter{cursor.expect_identifier(), 0} : parameter(cursor);
  if (result.kind == "CONSTANT" && result.parameter.arity == 0 && cursor.at(OperatorId::membership)) {
    cursor.take();
    result.set = expression(cursor);
  }
  return result;
}

AssumeProve::Item assumption_item(Cursor& cursor) {
  if (at_assume_prove(cursor)) return assume_prove(cursor);
  if (at_new(cursor)) return new_declaration(cursor);
  return expression(cursor);
}

}  // namespace

bool at_assume_prove(const Cursor& cursor) {
  if (cursor.at(TokenKind::end_of_item)) return false;
  if (is_assume(cursor.kind())) return true;
  return cursor.at(TokenKind::identifier) && cursor.raw(1).kind == TokenKind::colon_colon &&
         is_assume(cursor.raw(2).kind);
}

std::unique_ptr<AssumeProve> assume_prove(Cursor& cursor) {
  const Cursor::Nesting nesting(cursor);
  const Position begin = cursor.begin();
  auto result = std::make_unique<AssumeProve>();
  if (cursor.at(TokenKind::identifier)) {
    result->label = cursor.expect_identifier();
    cursor.expect(TokenKind::colon_colon);
  }
  result->boxed = cursor.take().kind == TokenKind::boxed_assume;
  do {
    result->assumptions.push_back(assumption_item(cursor));
  } while (cursor.accept(TokenKind::comma));
  if (!cursor.accept(result->boxed ? TokenKind::boxed_prove : TokenKind::word_prove)) {
    cursor.fail_expected(result->boxed ? "an operator, `,` or `[]PROVE`" : "an operator, `,` or `PROVE`");
  }
  result->goal = expression(cursor);
  result->span = cursor.span_from(begin);
  return result;
}

Statement statement(Cursor& cursor) {
  if (at_assume_prove(cursor)) return assume_prove(cursor);
  return expression(cursor);
}

}  // namespace synod::syntax
