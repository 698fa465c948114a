// Expressions: operands with prefix, infix and postfix operators between them, and junction lists.
#include <utility>

#include "syntax/grammar.hpp"

namespace synod::syntax {

namespace {

void take_prefix_operators(Cursor& cursor, OperatorStack& stack) {
  while ((cursor.at_operator(Fixity::prefix) && !cursor.at(OperatorId::negative)) ||
         cursor.at(OperatorId::minus)) {
    stack.push_prefix(cursor.take());
  }
}

/// Measures the operand's height: one more than the tallest expression in it.
void take_operand(Cursor& cursor, OperatorStack& stack) {
  const unsigned outside = cursor.height;
  cursor.height = 0;
  ExpressionPtr expression = operand(cursor);
  if (cursor.height >= nesting_limit) cursor.fail_nesting(expression->span);
  stack.push_operand(std::move(expression), cursor.height + 1);
  cursor.height = outside;
}

void take_postfix_operator(Cursor& cursor, OperatorStack& stack) {
  const Token& token = cursor.take();
  stack.check_postfix(get_operator(token.op), token);
  const Position begin = stack.operand()->span.begin;
  stack.raise_operand();
  ExpressionPtr inner = std::move(stack.operand());
  stack.operand() = make(cursor.span_from(begin), Postfix{cursor.operator_name(token), std::move(inner)});
}

void take_field(Cursor& cursor, OperatorStack& stack) {
  cursor.take();
  Identifier field = cursor.expect_name_or_word("a field name");
  const Position begin = stack.operand()->span.begin;
  stack.raise_operand();
  ExpressionPtr record = std::move(stack.operand());
  stack.operand() = make(cursor.span_from(begin), FieldAccess{std::move(record), std::move(field)});
}

void take_function_arguments(Cursor& cursor, OperatorStack& stack) {
  const unsigned outside = cursor.height;
  cursor.height = 0;
  const Token& open = cursor.take();
  std::vector<ExpressionPtr> arguments = expressions(cursor);
  cursor.expect_closing(TokenKind::right_bracket, open);
  const Position begin = stack.operand()->span.begin;
  stack.raise_operand(cursor.height);
  cursor.height = outside;
  ExpressionPtr function = std::move(stack.operand());
  stack.operand() = make(cursor.span_from(begin), Apply{std::move(function), std::move(arguments)});
}

/// The label that an operand is, if it is one: `lab` or `lab(x, y)`, plain identifiers.
std::optional<Label> as_label(const Expression& expression) {
  const auto* name = std::get_if<Name>(&expression.node);
  if (name == nullptr || name->parts.size() != 1 || find_operator(name->parts[0].name.text))
    return std::nullopt;
  Label label{name->parts[0].name, {}, nullptr};
  for (const ExpressionPtr& argument : name->parts[0].arguments) {
    const auto* parameter = std::get_if<Name>(&argument->node);
    if (parameter == nullptr || parameter->parts.size() != 1 || !parameter->parts[0].arguments.empty() ||
        find_operator(parameter->parts[0].name.text)) {
      return std::nullopt;
    }
    label.parameters.push_back(parameter->parts[0].name);
  }
  return label;
}

/// The operator at the root of an expression, null if there is none.
const Operator* root_operator(const Expression& expression) {
  const Identifier* op = nullptr;
  if (const auto* infix = std::get_if<Infix>(&expression.node)) op = &infix->op;
  if (const auto* postfix = std::get_if<Postfix>(&expression.node)) op = &postfix->op;
  if (std::holds_alternative<Product>(expression.node)) return &get_operator(OperatorId::product);
  if (op == nullptr) return nullptr;
  const std::optional<OperatorId> id = find_operator(op->text);
  return id ? &get_operator(*id) : nullptr;
}

/// lab:: e, which reaches as far as it can; but removing the label must not change how the text is grouped.
void take_label(Cursor& cursor, OperatorStack& stack) {
  std::optional<Label> label = as_label(*stack.operand());
  if (!label)
    cursor.fail_expected("an operator; `::` follows a label, which is an identifier or `lab(x, y)`");
  cursor.take();
  const unsigned outside = cursor.height;
  cursor.height = 0;
  label->body = expression(cursor);
  const Operator* waiting = stack.waiting_operator();
  const Operator* root = root_operator(*label->body);
  if (waiting != nullptr && root != nullptr && !binds_tighter(*root, *waiting)) {
    cursor.fail(Code::precedence_conflict, label->name.span,
                "the label `" + label->name.text + "` changes how this expression is grouped",
                "parentheses around the labelled expression");
  }
  stack.raise_operand(cursor.height);
  cursor.height = outside;
  const Span span = cursor.span_from(label->name.span.begin);
  stack.operand() = make(span, *std::move(label));
}

void take_suffixes(Cursor& cursor, OperatorStack& stack) {
  const Token* after_operand = &cursor.raw();
  for (;;) {
    if (cursor.at_operator(Fixity::postfix)) {
      take_postfix_operator(cursor, stack);
    } else if (cursor.at(TokenKind::dot)) {
      take_field(cursor, stack);
    } else if (cursor.at(TokenKind::left_bracket)) {
      take_function_arguments(cursor, stack);
    } else {
      break;
    }
  }
  if (cursor.at(TokenKind::colon_colon) && after_operand == &cursor.raw()) take_label(cursor, stack);
}

void warn_misaligned(Cursor& cursor, const Token& token, Span list, const char* effect) {
  const std::string symbol = "`" + std::string(get_operator(token.op).name) + "`";
  cursor.warn(Code::misaligned_junction, cursor.span(token),
              "this " + symbol + " is one column off the list above it, so it " + effect,
              {{list, "the list's bullets are in column " + std::to_string(list.begin.column)}});
}

/// A /\ at the start of a line, one column beside the bullets of a list of the same kind, means something
/// else than what it looks like. (In proofs nobody is misled: they are not checked.)
void check_alignment(Cursor& cursor, const Token& token, const Expression& left) {
  if (!token.bullet || !token.first_on_line || !cursor.proof_levels.empty()) return;
  const Token* bullet = cursor.open_bullet();
  if (bullet != nullptr && bullet->op == token.op && token.column == bullet->column + 1) {
    if (std::exchange(cursor.reported_bullet, bullet) == bullet) return;
    return warn_misaligned(cursor, token, cursor.span(*bullet), "is read as part of the item before it");
  }
  const auto* list = std::get_if<Junction>(&left.node);
  if (list != nullptr && list->conjunction == (token.op == OperatorId::conjunction) &&
      token.column + 1 == left.span.begin.column) {
    const Span first_bullet{
        left.span.source, left.span.begin, {left.span.begin.line, left.span.begin.column + 1}};
    warn_misaligned(cursor, token, first_bullet,
                    "ends that list and takes the whole of it as its left operand");
  }
}

bool take_infix_operator(Cursor& cursor, OperatorStack& stack) {
  if (!cursor.at_operator(Fixity::infix)) return false;
  const Token& token = cursor.take();
  check_alignment(cursor, token, *stack.operand());
  stack.push_infix(token);
  return true;
}

}  // namespace

ExpressionPtr expression(Cursor& cursor) {
  const Cursor::Nesting nesting(cursor);
  OperatorStack stack(cursor);
  do {
    take_prefix_operators(cursor, stack);
    take_operand(cursor, stack);
    take_suffixes(cursor, stack);
  } while (take_infix_operator(cursor, stack));
  return stack.finish();
}

std::vector<ExpressionPtr> expressions(Cursor& cursor) {
  std::vector<ExpressionPtr> list;
  do {
    list.push_back(expression(cursor));
  } while (cursor.accept(TokenKind::comma));
  return list;
}

ExpressionPtr junction(Cursor& cursor) {
  const Token& first = cursor.raw();
  Junction list;
  list.conjunction = first.op == OperatorId::conjunction;
  const auto at_bullet = [&] {
    const Token& next = cursor.raw();
    return next.bullet && next.op == first.op && next.column == first.column;
  };
  do {
    const Token& bullet = cursor.take();
    const Cursor::ListScope scope(cursor, bullet);
    list.items.push_back(expression(cursor));
  } while (at_bullet());
  return make(cursor.span_from(first.begin()), std::move(list));
}

}  // namespace synod::syntax
