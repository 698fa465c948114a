// Operands: names and literals here, everything else by its first token.
#include <string>

#include "syntax/grammar.hpp"

namespace synod::syntax {

namespace {

char unescape(char c) {
  switch (c) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    case 'f':
      return '\f';
    default:
      return c;
  }
}

ExpressionPtr string_literal(Cursor& cursor) {
  const Token& token = cursor.take();
  std::string_view text = cursor.text(token);
  text = text.substr(1, text.size() - 2);
  std::string value;
  value.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped = text[i] == '\\' && i + 1 < text.size();
    value += escaped ? unescape(text[++i]) : text[i];
  }
  return make(cursor.span(token), StringLiteral{std::move(value)});
}

/// 12, or 1.5: then number, dot and number are separate tokens.
ExpressionPtr number_literal(Cursor& cursor) {
  const Token& token = cursor.take();
  std::string text(cursor.text(token));
  if (cursor.at(TokenKind::dot) && cursor.raw(1).kind == TokenKind::number) {
    cursor.take();
    text.append(".").append(cursor.text(cursor.take()));
  }
  return make(cursor.span_from(token.begin()), NumberLiteral{std::move(text)});
}

/// Whether an operator symbol here is followed by what can follow an argument, but not an operand.
bool symbol_stands_alone(const Cursor& cursor) {
  const Token& next = cursor.raw(1);
  switch (next.kind) {
    case TokenKind::comma:
    case TokenKind::right_paren:
    case TokenKind::end_of_file:
    case TokenKind::module_end:
    case TokenKind::module_start:
    case TokenKind::separator:
    case TokenKind::step_name:
    case TokenKind::step_start:
    case TokenKind::word_assume:
    case TokenKind::word_assumption:
    case TokenKind::word_constant:
    case TokenKind::word_def:
    case TokenKind::word_hide:
    case TokenKind::word_in:
    case TokenKind::word_instance:
    case TokenKind::word_local:
    case TokenKind::word_recursive:
    case TokenKind::word_theorem:
    case TokenKind::word_use:
    case TokenKind::word_variable:
      return true;
    default:
      return next.begins_definition;
  }
}

/// Whether what follows a name is meant as in other languages: `x != y`. (`I!=(a, b)` calls the operator = of
/// an instance.)
bool is_inequality(const Cursor& cursor) {
  const Token& bang = cursor.raw();
  const Token& next = cursor.raw(1);
  const Token& before = *cursor.previous();
  if (next.kind != TokenKind::operator_symbol || next.op != OperatorId::equality) return false;
  if (bang.offset + bang.length != next.offset) return false;
  return before.offset + before.length != bang.offset || cursor.raw(2).kind != TokenKind::left_paren;
}

/// What may follow a `!`: a name, an operator symbol, arguments, or a selector of a subexpression.
NamePart part_after_bang(Cursor& cursor) {
  const Token& token = cursor.raw();
  switch (cursor.kind()) {
    case TokenKind::left_paren:
      return {{"", cursor.span(token)}, arguments(cursor)};
    case TokenKind::left_angle:
      cursor.take();
      return {{"<<", cursor.span(token)}, {}};
    case TokenKind::right_angle:
      cursor.take();
      return {{">>", cursor.span(token)}, {}};
    case TokenKind::colon:
    case TokenKind::at_sign:
    case TokenKind::number:
      return {cursor.identifier(cursor.take()), {}};
    case TokenKind::operator_symbol: {
      NamePart part{cursor.operator_name(cursor.take()), {}};
      if (cursor.at(TokenKind::left_paren)) part.arguments = arguments(cursor);
      return part;
    }
    case TokenKind::identifier: {
      NamePart part{cursor.identifier(cursor.take()), {}};
      if (cursor.at(TokenKind::left_paren)) part.arguments = arguments(cursor);
      return part;
    }
    default:
      cursor.fail_expected("a name after `!`, or a selector: a number, `<<`, `>>`, `:` or `@`");
  }
}

ExpressionPtr at_value(Cursor& cursor) { return make(cursor.span(cursor.take()), At{}); }

/// An infix or postfix operator used like F: `+(a, b)`. Alone it is no operand.
ExpressionPtr operator_operand(Cursor& cursor) {
  const TokenKind next = cursor.raw(1).kind;
  if (cursor.at_operator(Fixity::prefix) && !cursor.at(OperatorId::negative))
    cursor.fail_expected("an expression");
  if (next != TokenKind::left_paren && next != TokenKind::bang) cursor.fail_expected("an expression");
  return general_name(cursor);
}

ExpressionPtr identifier_operand(Cursor& cursor) {
  const Token& token = cursor.raw();
  if (token.begins_definition && token.first_on_line) {
    cursor.fail_expected("an expression before the definition of `" + std::string(cursor.text(token)) + "`");
  }
  return general_name(cursor);
}

ExpressionPtr step_operand(Cursor& cursor) {
  if (cursor.proof_levels.empty())
    cursor.fail_expected("an expression; a proof step has no meaning outside its proof");
  return general_name(cursor);
}

}  // namespace

bool at_operator_name(const Cursor& cursor, bool prefix_too) {
  if (!cursor.at_operator() || !symbol_stands_alone(cursor)) return false;
  return prefix_too || !cursor.at_operator(Fixity::prefix) || cursor.at(OperatorId::negative);
}

ExpressionPtr operator_as_name(Cursor& cursor) {
  const Token& token = cursor.take();
  Name name;
  name.parts.push_back({cursor.operator_name(token), {}});
  return make(cursor.span(token), std::move(name));
}

ExpressionPtr general_name(Cursor& cursor) {
  const Token& first = cursor.take();
  const bool is_symbol = first.kind == TokenKind::operator_symbol;
  Name name;
  name.parts.push_back({is_symbol ? cursor.operator_name(first) : cursor.identifier(first), {}});
  if (cursor.at(TokenKind::left_paren)) name.parts.back().arguments = arguments(cursor);
  while (cursor.at(TokenKind::bang)) {
    if (is_inequality(cursor)) cursor.fail_expected("an operator");
    cursor.take();
    name.parts.push_back(part_after_bang(cursor));
  }
  return make(cursor.span_from(first.begin()), std::move(name));
}

std::vector<ExpressionPtr> arguments(Cursor& cursor) {
  const Token& open = cursor.expect(TokenKind::left_paren);
  std::vector<ExpressionPtr> list;
  do {
    list.push_back(argument(cursor));
  } while (cursor.accept(TokenKind::comma));
  cursor.expect_closing(TokenKind::right_paren, open);
  return list;
}

ExpressionPtr argument(Cursor& cursor) {
  if (at_operator_name(cursor, true)) {
    if (cursor.at(OperatorId::product)) cursor.fail_expected("an expression; `\\X` cannot be an argument");
    return operator_as_name(cursor);
  }
  if (cursor.at(TokenKind::word_lambda)) return lambda(cursor);
  return expression(cursor);
}

ExpressionPtr operand(Cursor& cursor) {
  switch (cursor.kind()) {
    case TokenKind::identifier:
      return identifier_operand(cursor);
    case TokenKind::at_sign:
      return at_value(cursor);
    case TokenKind::number:
      return number_literal(cursor);
    case TokenKind::string:
      return string_literal(cursor);
    case TokenKind::step_name:
      return step_operand(cursor);
    case TokenKind::operator_symbol:
      return cursor.raw().bullet ? junction(cursor) : operator_operand(cursor);
    case TokenKind::left_paren:
      return parenthesised(cursor);
    case TokenKind::left_brace:
      return braces(cursor);
    case TokenKind::left_bracket:
      return square_brackets(cursor);
    case TokenKind::left_angle:
      return angle_brackets(cursor);
    case TokenKind::weak_fairness:
    case TokenKind::strong_fairness:
      return fairness(cursor);
    case TokenKind::for_all:
    case TokenKind::exists:
      return quantifier(cursor);
    case TokenKind::temporal_for_all:
    case TokenKind::temporal_exists:
      return temporal_quantifier(cursor);
    case TokenKind::word_choose:
      return choose(cursor);
    case TokenKind::word_if:
      return if_then_else(cursor);
    case TokenKind::word_case:
      return case_expression(cursor);
    case TokenKind::word_let:
      return let_in(cursor);
    default:
      cursor.fail_expected("an expression");
  }
}

}  // namespace synod::syntax
