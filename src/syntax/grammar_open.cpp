// Forms without a closing bracket, which reach as far right as they can: quantifiers, CHOOSE, IF,
// CASE, LET, LAMBDA.
#include "syntax/grammar.hpp"

namespace synod::syntax {

ExpressionPtr quantifier(Cursor& cursor) {
  const Token& token = cursor.take();
  Quantifier result;
  result.universal = token.kind == TokenKind::for_all;
  result.bounds = bounds_or_names(cursor);
  if (!cursor.accept(TokenKind::colon)) {
    cursor.fail_expected(result.bounds.front().set ? "an operator, `,` or `:`" : "`\\in`, `,` or `:`");
  }
  result.body = expression(cursor);
  return make(cursor.span_from(token.begin()), std::move(result));
}

ExpressionPtr temporal_quantifier(Cursor& cursor) {
  const Token& token = cursor.take();
  TemporalQuantifier result;
  result.universal = token.kind == TokenKind::temporal_for_all;
  result.names = identifiers(cursor);
  cursor.expect(TokenKind::colon);
  result.body = expression(cursor);
  return make(cursor.span_from(token.begin()), std::move(result));
}

ExpressionPtr choose(Cursor& cursor) {
  const Token& token = cursor.take();
  Choose result;
  result.bound = pattern(cursor);
  if (cursor.at(OperatorId::membership)) {
    cursor.take();
    result.bound.set = expression(cursor);
  }
  if (!cursor.accept(TokenKind::colon)) {
    cursor.fail_expected(result.bound.set ? "an operator or `:`" : "`\\in` or `:`");
  }
  result.predicate = expression(cursor);
  return make(cursor.span_from(token.begin()), std::move(result));
}

ExpressionPtr if_then_else(Cursor& cursor) {
  const Token& token = cursor.take();
  const auto next_branch = [&](TokenKind word) {
    if (!cursor.accept(word)) {
      cursor.fail_expected("an operator or " + describe(word), {{cursor.span(token), "for this `IF`"}});
    }
    return expression(cursor);
  };
  If result;
  result.condition = expression(cursor);
  result.then_branch = next_branch(TokenKind::word_then);
  result.else_branch = next_branch(TokenKind::word_else);
  return make(cursor.span_from(token.begin()), std::move(result));
}

ExpressionPtr case_expression(Cursor& cursor) {
  const Token& token = cursor.take();
  Case result;
  const auto value = [&] {
    if (!cursor.accept(TokenKind::arrow)) cursor.fail_expected("an operator or `->`");
    return expression(cursor);
  };
  do {
    if (cursor.at(TokenKind::word_other)) {
      cursor.take();
      result.other = value();
      break;  // OTHER is the last arm; a `[]` after it belongs to a CASE outside
    }
    CaseArm arm;
    arm.guard = expression(cursor);
    arm.value = value();
    result.arms.push_back(std::move(arm));
    if (!cursor.at(OperatorId::box)) break;
    cursor.take();
  } while (true);
  if (result.arms.empty()) {
    cursor.fail(Code::unexpected_token, cursor.span(token), "this CASE has no arm but OTHER",
                "`CASE p -> e`");
  }
  return make(cursor.span_from(token.begin()), std::move(result));
}

ExpressionPtr let_in(Cursor& cursor) {
  const Token& token = cursor.take();
  Let result;
  do {
    if (cursor.at(TokenKind::word_recursive)) {
      const Position begin = cursor.begin();
      Recursive declarations = recursive(cursor);
      result.definitions.push_back(
          std::make_unique<Unit>(Unit{cursor.span_from(begin), std::move(declarations)}));
    } else {
      result.definitions.push_back(std::make_unique<Unit>(definition(cursor)));
    }
    const bool at_next = at_definition(cursor) || cursor.at(TokenKind::word_recursive);
    if (!at_next && !cursor.at(TokenKind::word_in)) {
      cursor.fail_expected("an operator, another definition or `IN`",
                           {{cursor.span(token), "for this `LET`"}});
    }
  } while (!cursor.accept(TokenKind::word_in));
  result.body = expression(cursor);
  return make(cursor.span_from(token.begin()), std::move(result));
}

ExpressionPtr lambda(Cursor& cursor) {
  const Token& token = cursor.take();
  Lambda result;
  result.parameters = identifiers(cursor);
  cursor.expect(TokenKind::colon);
  result.body = expression(cursor);
  return make(cursor.span_from(token.begin()), std::move(result));
}

}  // namespace synod::syntax
