// Everything in brackets: (e), {...}, [...], <<...>>, and WF_v(A), SF_v(A).
#include <algorithm>
#include <optional>

#include "syntax/grammar.hpp"

namespace synod::syntax {

namespace {

Position begin_of(const Bound& pattern, const Token& first) {
  return pattern.tuple ? first.begin() : pattern.names.front().span.begin;
}

/// The expression that a pattern is when it turns out to bind nothing: x or <<x, y>>.
ExpressionPtr as_expression(Bound pattern, Span span) {
  const auto name = [](Identifier identifier) {
    const Span place = identifier.span;
    Name result;
    result.parts.push_back({std::move(identifier), {}});
    return make(place, std::move(result));
  };
  if (!pattern.tuple) return name(std::move(pattern.names.front()));
  TupleLiteral tuple;
  for (Identifier& identifier : pattern.names) tuple.items.push_back(name(std::move(identifier)));
  return make(span, std::move(tuple));
}

/// `left \in` put before an expression that was read without it: it belongs to the leftmost operand that \in
/// may take. (Of `x \in S /\ P` only S is in the set's place; whether a filter or a plain expression was
/// meant shows only later.)
ExpressionPtr insert_membership(Cursor& cursor, ExpressionPtr left, Identifier in, ExpressionPtr right) {
  const Operator& membership = get_operator(OperatorId::membership);
  const Position begin = left->span.begin;
  ExpressionPtr* place = &right;
  while (auto* infix = std::get_if<Infix>(&(*place)->node)) {
    const Operator& op = get_operator(*find_operator(infix->op.text));
    if (binds_tighter(op, membership)) break;
    if (!binds_tighter(membership, op)) {
      cursor.fail(Code::precedence_conflict, infix->op.span,
                  "`\\in` and `" + infix->op.text +
                      "` cannot be mixed without parentheses: neither binds more tightly",
                  "parentheses", {{in.span, "the `\\in` it conflicts with"}});
    }
    (*place)->span.begin = begin;
    place = &infix->left;
  }
  const Span span{(*place)->span.source, begin, (*place)->span.end};
  *place = make(span, Infix{std::move(in), std::move(left), std::move(*place)});
  // The tree may have become one level higher.
  if (++cursor.height > nesting_limit) cursor.fail_nesting(right->span);
  return right;
}

// -- braces
// --------------------------------------------------------------------------------------------------------------
ExpressionPtr set_map(Cursor& cursor, const Token& open, ExpressionPtr value) {
  const auto* infix = std::get_if<Infix>(&value->node);
  if (infix != nullptr && infix->op.text == "\\in") {
    cursor.fail_expected("`}`; the left side of a filter is an identifier or a tuple of identifiers",
                         {{infix->left->span, "this is neither"}});
  }
  cursor.take();
  std::vector<Bound> list = bounds(cursor);
  cursor.expect_closing(TokenKind::right_brace, open);
  return make(cursor.span_from(open.begin()), SetMap{std::move(value), std::move(list)});
}

ExpressionPtr set_filter(Cursor& cursor, const Token& open, Bound bound) {
  cursor.take();
  ExpressionPtr predicate = expression(cursor);
  if (cursor.at(TokenKind::comma)) cursor.fail_expected("an operator or `}`");
  cursor.expect_closing(TokenKind::right_brace, open);
  return make(cursor.span_from(open.begin()), SetFilter{std::move(bound), std::move(predicate)});
}

ExpressionPtr set_literal(Cursor& cursor, const Token& open, ExpressionPtr first) {
  SetLiteral set;
  set.items.push_back(std::move(first));
  while (cursor.accept(TokenKind::comma)) set.items.push_back(expression(cursor));
  if (cursor.at(TokenKind::colon)) {
    cursor.fail_expected(
        "`}`; a filter `{x \\in S : P}` has one bound, several belong after the `:` of `{e : x \\in S, "
        "y \\in T}`");
  }
  cursor.expect_closing(TokenKind::right_brace, open);
  return make(cursor.span_from(open.begin()), std::move(set));
}

/// After `{`, where `x \in` or `<<x, y>> \in` comes next.
ExpressionPtr filter_or_members(Cursor& cursor, const Token& open) {
  const Token& first = cursor.raw();
  Bound bound = pattern(cursor);
  const Span pattern_span = cursor.span_from(begin_of(bound, first));
  Identifier in = cursor.operator_name(cursor.take());
  ExpressionPtr set = expression(cursor);
  if (cursor.at(TokenKind::colon)) {
    bound.set = std::move(set);
    return set_filter(cursor, open, std::move(bound));
  }
  ExpressionPtr left = as_expression(std::move(bound), pattern_span);
  return set_literal(cursor, open, insert_membership(cursor, std::move(left), std::move(in), std::move(set)));
}

// -- square brackets
// -----------------------------------------------------------------------------------------------------
ExpressionPtr subscript_operand(Cursor& cursor) {
  switch (cursor.kind()) {
    case TokenKind::identifier:
      return general_name(cursor);
    case TokenKind::at_sign:
      return operand(cursor);
    case TokenKind::left_paren:
      return parenthesised(cursor);
    case TokenKind::left_brace:
      return braces(cursor);
    case TokenKind::left_bracket:
      return square_brackets(cursor);
    case TokenKind::left_angle:
      return angle_brackets(cursor);
    default:
      cursor.fail_expected("a subscript: a name, or an expression in brackets");
  }
}

/// v after `]_` or `>>_`: a name with its arguments, or anything in brackets. It counts as a level of
/// nesting, since `[A]_[B]_[C]_v` nests without an expression in between.
ExpressionPtr subscript(Cursor& cursor) {
  const Cursor::Nesting nesting(cursor);
  const unsigned outside = cursor.height;
  cursor.height = 0;
  ExpressionPtr result = subscript_operand(cursor);
  if (cursor.height >= nesting_limit) cursor.fail_nesting(result->span);
  cursor.height = std::max(outside, cursor.height + 1);
  return result;
}

ExpressionPtr function_literal(Cursor& cursor, const Token& open, std::vector<Bound> list) {
  while (cursor.accept(TokenKind::comma)) list.push_back(bound(cursor));
  cursor.expect(TokenKind::maps_to);
  ExpressionPtr value = expression(cursor);
  cursor.expect_closing(TokenKind::right_bracket, open);
  return make(cursor.span_from(open.begin()), FunctionLiteral{std::move(list), std::move(value)});
}

/// name |-> e, or name : S
std::vector<Field> fields(Cursor& cursor, TokenKind between) {
  std::vector<Field> list;
  do {
    Identifier name = cursor.expect_name_or_word("a field name");
    cursor.expect(between);
    list.push_back({std::move(name), expression(cursor)});
  } while (cursor.accept(TokenKind::comma));
  return list;
}

ExceptStep except_step(Cursor& cursor) {
  ExceptStep step;
  if (cursor.accept(TokenKind::dot)) {
    step.is_field = true;
    step.field = cursor.expect_name_or_word("a field name");
    return step;
  }
  const Token& open = cursor.raw();
  if (!cursor.accept(TokenKind::left_bracket)) cursor.fail_expected("`.field` or `[index]` after `!`");
  step.indices = expressions(cursor);
  cursor.expect_closing(TokenKind::right_bracket, open);
  return step;
}

ExpressionPtr except(Cursor& cursor, const Token& open, ExpressionPtr function) {
  Except result{std::move(function), {}};
  cursor.take();
  do {
    ExceptUpdate update;
    const Position begin = cursor.expect(TokenKind::bang).begin();
    do {
      update.path.push_back(except_step(cursor));
    } while (cursor.at(TokenKind::dot) || cursor.at(TokenKind::left_bracket));
    cursor.expect(OperatorId::equality);
    update.value = expression(cursor);
    update.span = cursor.span_from(begin);
    result.updates.push_back(std::move(update));
  } while (cursor.accept(TokenKind::comma));
  cursor.expect_closing(TokenKind::right_bracket, open);
  return make(cursor.span_from(open.begin()), std::move(result));
}

/// [S -> T], [f EXCEPT ...] or [A]_v, after their first expression.
ExpressionPtr after_first_expression(Cursor& cursor, const Token& open, ExpressionPtr first) {
  switch (cursor.kind()) {
    case TokenKind::arrow: {
      cursor.take();
      ExpressionPtr range = expression(cursor);
      cursor.expect_closing(TokenKind::right_bracket, open);
      return make(cursor.span_from(open.begin()), FunctionSet{std::move(first), std::move(range)});
    }
    case TokenKind::word_except:
      return except(cursor, open, std::move(first));
    case TokenKind::right_bracket_subscript: {
      cursor.take();
      ExpressionPtr over = subscript(cursor);
      return make(cursor.span_from(open.begin()), SquareAction{std::move(first), std::move(over)});
    }
    case TokenKind::right_bracket:
      cursor.fail_expected("`]_`, `->`, `|->` or `EXCEPT`: an expression in `[]` alone means nothing here");
    case TokenKind::end_of_file:
      cursor.expect_closing(TokenKind::right_bracket, open);
      [[fallthrough]];
    default:
      cursor.fail_expected("an operator, `->`, `EXCEPT` or `]_`", {{cursor.span(open), "after this `[`"}});
  }
}

/// After `[`, where bounds come next: a function, or an expression that begins with x \in S.
ExpressionPtr function_or_expression(Cursor& cursor, const Token& open) {
  const Token& first = cursor.raw();
  Bound bound = pattern(cursor);
  const Span pattern_span = cursor.span_from(begin_of(bound, first));
  const bool one_name = cursor.at(OperatorId::membership);
  while (!bound.tuple && cursor.accept(TokenKind::comma)) bound.names.push_back(cursor.expect_identifier());
  Identifier in = cursor.operator_name(cursor.take());
  ExpressionPtr set = expression(cursor);
  if (!one_name || cursor.at(TokenKind::comma) || cursor.at(TokenKind::maps_to)) {
    bound.set = std::move(set);
    std::vector<Bound> list;
    list.push_back(std::move(bound));
    return function_literal(cursor, open, std::move(list));
  }
  ExpressionPtr left = as_expression(std::move(bound), pattern_span);
  return after_first_expression(cursor, open,
                                insert_membership(cursor, std::move(left), std::move(in), std::move(set)));
}

/// `WF_F(x)(A)`: the last arguments of the subscript are the action unless others follow.
ExpressionPtr action_out_of(Cursor& cursor, Expression& subscript) {
  auto* name = std::get_if<Name>(&subscript.node);
  if (name == nullptr || name->parts.back().arguments.size() != 1 || cursor.at(TokenKind::left_paren))
    return nullptr;
  ExpressionPtr action = std::move(name->parts.back().arguments.front());
  name->parts.back().arguments.clear();
  subscript.span.end = name->parts.back().name.span.end;
  return action;
}

}  // namespace

ExpressionPtr parenthesised(Cursor& cursor) {
  const Token& open = cursor.take();
  ExpressionPtr inner = expression(cursor);
  cursor.expect_closing(TokenKind::right_paren, open);
  return make(cursor.span_from(open.begin()), Parenthesised{std::move(inner)});
}

ExpressionPtr braces(Cursor& cursor) {
  const Token& open = cursor.take();
  if (cursor.accept(TokenKind::right_brace)) return make(cursor.span_from(open.begin()), SetLiteral{});
  if (at_bound(cursor, false)) return filter_or_members(cursor, open);
  ExpressionPtr first = expression(cursor);
  if (cursor.at(TokenKind::colon)) return set_map(cursor, open, std::move(first));
  return set_literal(cursor, open, std::move(first));
}

ExpressionPtr square_brackets(Cursor& cursor) {
  const Token& open = cursor.take();
  if (at_bound(cursor, true)) return function_or_expression(cursor, open);
  const bool at_field = cursor.at(TokenKind::identifier) || cursor.at_word();
  if (at_field && cursor.raw(1).kind == TokenKind::maps_to) {
    RecordLiteral record{fields(cursor, TokenKind::maps_to)};
    cursor.expect_closing(TokenKind::right_bracket, open);
    return make(cursor.span_from(open.begin()), std::move(record));
  }
  if (at_field && cursor.raw(1).kind == TokenKind::colon) {
    RecordSet set{fields(cursor, TokenKind::colon)};
    cursor.expect_closing(TokenKind::right_bracket, open);
    return make(cursor.span_from(open.begin()), std::move(set));
  }
  return after_first_expression(cursor, open, expression(cursor));
}

ExpressionPtr angle_brackets(Cursor& cursor) {
  const Token& open = cursor.take();
  TupleLiteral tuple;
  if (!cursor.at(TokenKind::right_angle)) tuple.items = expressions(cursor);
  if (tuple.items.size() == 1 && cursor.accept(TokenKind::right_angle_subscript)) {
    ExpressionPtr over = subscript(cursor);
    return make(cursor.span_from(open.begin()), AngleAction{std::move(tuple.items.front()), std::move(over)});
  }
  cursor.expect_closing(TokenKind::right_angle, open);
  return make(cursor.span_from(open.begin()), std::move(tuple));
}

ExpressionPtr fairness(Cursor& cursor) {
  const Token& token = cursor.take();
  Fairness result;
  result.strong = token.kind == TokenKind::strong_fairness;
  result.subscript = subscript(cursor);
  result.action = action_out_of(cursor, *result.subscript);
  if (!result.action) {
    if (!cursor.at(TokenKind::left_paren))
      cursor.fail_expected("the action in parentheses, as in `WF_vars(Next)`");
    const Token& open = cursor.take();
    result.action = expression(cursor);
    cursor.expect_closing(TokenKind::right_paren, open);
  }
  return make(cursor.span_from(token.begin()), std::move(result));
}

}  // namespace synod::syntax
