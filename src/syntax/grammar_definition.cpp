// Definitions of operators, functions and instances, and the declarations of operators with their arity.
#include "syntax/grammar.hpp"

namespace synod::syntax {

namespace {

/// What stands left of the `==`.
struct LeftSide {
  Identifier name;
  Fixity fixity = Fixity::plain;
  std::vector<Parameter> parameters;
};

Parameter plain_parameter(Cursor& cursor) { return {cursor.expect_identifier("the name of a parameter"), 0}; }

/// Takes an operator symbol that is to be defined or declared.
Identifier defined_symbol(Cursor& cursor, std::string_view example) {
  const Token& token = cursor.raw();
  if (token.op == OperatorId::minus && cursor.at_operator(Fixity::infix) && example == "prefix") {
    cursor.fail_expected("a name; prefix minus is written `-.` where it is defined, as in `-. a == 0 - a`");
  }
  return cursor.operator_name(cursor.take());
}

/// (a, F(_), _ + _)
std::vector<Parameter> parameter_list(Cursor& cursor) {
  const Token& open = cursor.take();
  std::vector<Parameter> list;
  do {
    list.push_back(parameter(cursor));
  } while (cursor.accept(TokenKind::comma));
  if (!cursor.at(TokenKind::right_paren))
    cursor.fail_expected("`,` or `)`", {{cursor.span(open), "to close this `(`"}});
  cursor.take();
  return list;
}

/// The number of `_` in (_, _).
unsigned placeholders(Cursor& cursor) {
  cursor.take();
  unsigned count = 0;
  do {
    cursor.expect(TokenKind::underscore);
    ++count;
  } while (cursor.accept(TokenKind::comma));
  cursor.expect(TokenKind::right_paren);
  return count;
}

void expect_defined_as(Cursor& cursor) {
  if (cursor.at(OperatorId::equality)) cursor.fail_expected("`==`; a single `=` compares");
  cursor.expect(TokenKind::defined_as);
}

LeftSide left_side(Cursor& cursor) {
  LeftSide left;
  if (cursor.at_operator(Fixity::prefix) || cursor.at(OperatorId::minus)) {
    left.fixity = Fixity::prefix;
    left.name = defined_symbol(cursor, "prefix");
    left.parameters.push_back(plain_parameter(cursor));
    return left;
  }
  left.name = cursor.expect_identifier("the name of what is defined");
  if (cursor.at_operator(Fixity::postfix) || cursor.at_operator(Fixity::infix)) {
    // `x = y == e` defines `=`, but `x = e` is a slip.
    if (cursor.at(OperatorId::equality) && cursor.raw(2).kind != TokenKind::defined_as)
      expect_defined_as(cursor);
    left.parameters.push_back({std::move(left.name), 0});
    left.fixity = get_operator(cursor.raw().op).fixity;
    left.name = defined_symbol(cursor, "infix or postfix");
    if (left.fixity == Fixity::infix) left.parameters.push_back(plain_parameter(cursor));
  } else if (cursor.at(TokenKind::left_paren)) {
    left.parameters = parameter_list(cursor);
  }
  return left;
}

FunctionDefinition function_definition(Cursor& cursor, bool local) {
  FunctionDefinition result;
  result.local = local;
  result.name = cursor.expect_identifier();
  const Token& open = cursor.take();
  result.bounds = bounds(cursor);
  cursor.expect_closing(TokenKind::right_bracket, open);
  expect_defined_as(cursor);
  result.body = expression(cursor);
  return result;
}

Substitution substitution(Cursor& cursor) {
  Substitution result;
  if (cursor.at_operator()) {
    result.name = cursor.operator_name(cursor.take());
  } else {
    result.name = cursor.expect_identifier("the name of a constant or variable of the module");
  }
  cursor.expect(TokenKind::gets);
  result.value = argument(cursor);
  return result;
}

Unit operator_or_instance(Cursor& cursor, Position begin, bool local) {
  LeftSide left = left_side(cursor);
  expect_defined_as(cursor);
  if (left.fixity == Fixity::plain && cursor.at(TokenKind::word_instance)) {
    InstanceDefinition result{std::move(left.name), left.fixity, std::move(left.parameters), instance(cursor),
                              local};
    return {cursor.span_from(begin), std::move(result)};
  }
  OperatorDefinition result{std::move(left.name), left.fixity, std::move(left.parameters), expression(cursor),
                            local};
  return {cursor.span_from(begin), std::move(result)};
}

}  // namespace

bool at_definition(const Cursor& cursor) {
  return cursor.at(TokenKind::word_local) ||
         (cursor.raw().begins_definition && !cursor.at(TokenKind::end_of_item));
}

Unit definition(Cursor& cursor) {
  const Position begin = cursor.begin();
  const bool local = cursor.accept(TokenKind::word_local);
  const TokenKind second = cursor.raw(1).kind;
  if (cursor.at(TokenKind::identifier) && second == TokenKind::left_bracket) {
    FunctionDefinition result = function_definition(cursor, local);
    return {cursor.span_from(begin), std::move(result)};
  }
  return operator_or_instance(cursor, begin, local);
}

Instance instance(Cursor& cursor) {
  cursor.expect(TokenKind::word_instance);
  Instance result;
  result.module = cursor.expect_name_or_word("the name of a module");
  if (cursor.accept(TokenKind::word_with)) {
    do {
      result.substitutions.push_back(substitution(cursor));
    } while (cursor.accept(TokenKind::comma));
  }
  return result;
}

Parameter parameter(Cursor& cursor) {
  if (cursor.at_operator(Fixity::prefix)) {
    Identifier name = cursor.operator_name(cursor.take());
    cursor.expect(TokenKind::underscore);
    return {std::move(name), 1};
  }
  if (cursor.accept(TokenKind::underscore)) {
    const bool infix = cursor.at_operator(Fixity::infix);
    if (!infix && !cursor.at_operator(Fixity::postfix)) cursor.fail_expected("an infix or postfix operator");
    Identifier name = cursor.operator_name(cursor.take());
    if (infix) cursor.expect(TokenKind::underscore);
    return {std::move(name), infix ? 2U : 1U};
  }
  Identifier name =
      cursor.expect_identifier("an identifier, or an operator symbol with `_` for its arguments");
  const bool has_arguments = cursor.at(TokenKind::left_paren);
  return {std::move(name), has_arguments ? placeholders(cursor) : 0};
}

std::vector<Parameter> parameter_declarations(Cursor& cursor) {
  std::vector<Parameter> list;
  do {
    list.push_back(parameter(cursor));
  } while (cursor.accept(TokenKind::comma));
  return list;
}

Recursive recursive(Cursor& cursor) {
  cursor.expect(TokenKind::word_recursive);
  return {parameter_declarations(cursor)};
}

}  // namespace synod::syntax
