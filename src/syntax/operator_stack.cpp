#include "syntax/operator_stack.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "syntax/grammar.hpp"

namespace synod::syntax {

namespace {

/// Whether the waiting operator takes its operands before `next` gets any.
bool goes_first(const Operator& waiting, const Operator& next) {
  return binds_tighter(waiting, next) || (&waiting == &next && waiting.left_associative);
}

std::string shown(const Operator& op) {
  return op.name == "-." ? std::string("prefix `-`") : "`" + std::string(op.name) + "`";
}

/// An infix /\ or \/ at the start of a line that stands just beside the bullets of the open list.
bool looks_like_bullet(const Token& token, const Token* bullet) {
  return token.bullet && token.first_on_line && bullet != nullptr && token.column <= bullet->column + 2;
}

}  // namespace

void OperatorStack::push_prefix(const Token& token) {
  const bool is_minus = token.op == OperatorId::minus;
  const Operator& op = get_operator(is_minus ? OperatorId::negative : token.op);
  if (is_minus && !waiting_.empty() && goes_first(*waiting_.back().op, op)) {
    fail_conflict(waiting_.back(), op, token);
  }
  waiting_.push_back({&op, &token});
}

void OperatorStack::push_infix(const Token& token) {
  const Operator& op = get_operator(token.op);
  while (!waiting_.empty() && goes_first(*waiting_.back().op, op)) reduce();
  if (!waiting_.empty() && !binds_tighter(op, *waiting_.back().op)) fail_conflict(waiting_.back(), op, token);
  waiting_.push_back({&op, &token});
}

void OperatorStack::push_operand(ExpressionPtr operand, unsigned height) {
  operands_.push_back({std::move(operand), height});
}

void OperatorStack::raise_operand(unsigned inside) {
  Operand& operand = operands_.back();
  operand.height = std::max(operand.height, inside) + 1;
  if (operand.height > nesting_limit) cursor_.fail_nesting(operand.expression->span);
}

void OperatorStack::check_postfix(const Operator& op, const Token& token) {
  if (!waiting_.empty() && !binds_tighter(op, *waiting_.back().op)) fail_conflict(waiting_.back(), op, token);
}

const Operator* OperatorStack::waiting_operator() const {
  return waiting_.empty() ? nullptr : waiting_.back().op;
}

ExpressionPtr OperatorStack::finish() {
  while (!waiting_.empty()) reduce();
  Operand whole = std::move(operands_.back());
  operands_.pop_back();
  cursor_.height = std::max(cursor_.height, whole.height);
  return std::move(whole.expression);
}

void OperatorStack::reduce() {
  const Waiting waiting = waiting_.back();
  waiting_.pop_back();
  if (waiting.op->fixity == Fixity::prefix) {
    reduce_prefix(waiting);
  } else {
    reduce_infix(waiting);
  }
}

void OperatorStack::reduce_prefix(const Waiting& waiting) {
  Operand& operand = operands_.back();
  operand.height = checked_height(operand.height, *waiting.token);
  Span span = operand.expression->span;
  span.begin = waiting.token->begin();
  Identifier op{std::string(waiting.op->name), cursor_.span(*waiting.token)};
  operand.expression = make(span, Prefix{std::move(op), std::move(operand.expression)});
}

void OperatorStack::reduce_infix(const Waiting& waiting) {
  Operand right = std::move(operands_.back());
  operands_.pop_back();
  Operand& left = operands_.back();
  Span span = left.expression->span;
  span.end = right.expression->span.end;
  if (waiting.op == &get_operator(OperatorId::product)) {
    if (auto* product = std::get_if<Product>(&left.expression->node)) {
      product->factors.push_back(std::move(right.expression));
      left.expression->span = span;
      left.height = std::max(left.height, checked_height(right.height, *waiting.token));
      return;
    }
    Product product;
    product.factors.push_back(std::move(left.expression));
    product.factors.push_back(std::move(right.expression));
    left.expression = make(span, std::move(product));
  } else {
    Identifier op{std::string(waiting.op->name), cursor_.span(*waiting.token)};
    left.expression =
        make(span, Infix{std::move(op), std::move(left.expression), std::move(right.expression)});
  }
  left.height = checked_height(std::max(left.height, right.height), *waiting.token);
}

unsigned OperatorStack::checked_height(unsigned below, const Token& token) {
  if (below >= nesting_limit) cursor_.fail_nesting(cursor_.span(token));
  return below + 1;
}

void OperatorStack::fail_conflict(const Waiting& waiting, const Operator& op, const Token& token) {
  const Token* bullet = cursor_.open_bullet();
  if (looks_like_bullet(token, bullet)) {
    const std::string column = std::to_string(bullet->column);
    cursor_.fail(
        Code::misaligned_junction, cursor_.span(token),
        shown(op) +
            " is not aligned with the junction list it seems to belong to, so it is read as part of the "
            "item before it, where it conflicts with " +
            shown(*waiting.op),
        "a bullet in column " + column, {{cursor_.span(*bullet), "the list's bullet in column " + column}});
  }
  cursor_.fail(Code::precedence_conflict, cursor_.span(token),
               &op == waiting.op ? shown(op) + " cannot be chained without parentheses"
                                 : shown(*waiting.op) + " and " + shown(op) +
                                       " cannot be mixed without parentheses: neither binds "
                                       "more tightly",
               "parentheses",
               {{cursor_.span(*waiting.token), "the " + shown(*waiting.op) + " it conflicts with"}});
}

}  // namespace synod::syntax
