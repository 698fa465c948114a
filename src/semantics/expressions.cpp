// Expressions that bind nothing.
#include <algorithm>
#include <charconv>
#include <set>

#include "semantics/native.hpp"
#include "semantics/resolver.hpp"

namespace synod::semantics {

namespace {

/// Deep enough for anything a person or a generator writes, and shallow enough for the stack of every later
/// stage.
constexpr unsigned deepest_expression = 1000;

struct Digits {
  std::string_view text;
  int base = 10;
};

Digits digits_of(std::string_view literal) {
  if (literal.size() < 2 || literal[0] != '\\') return {literal, 10};
  switch (literal[1]) {
    case 'b':
    case 'B':
      return {literal.substr(2), 2};
    case 'o':
    case 'O':
      return {literal.substr(2), 8};
    default:
      return {literal.substr(2), 16};
  }
}

/// The expression inside parentheses of `tree`, when it continues a chain of the same operator.
const syntax::Infix* infix_of(const syntax::Expression& tree, std::string_view symbol) {
  const auto* infix = std::get_if<syntax::Infix>(&tree.node);
  return infix != nullptr && infix->op.text == symbol ? infix : nullptr;
}

}  // namespace

const Expr* Resolver::expression(const syntax::Expression& tree) {
  if (depth_ >= deepest_expression) {
    context_.error(syntax::Code::nesting_too_deep, tree.span,
                   "this expression is nested more than " + std::to_string(deepest_expression) + " deep");
    return bad(tree.span);
  }
  ++depth_;
  const Expr* result = std::visit([&](const auto& node) { return visit(node, tree); }, tree.node);
  --depth_;
  context_.selections.core[&tree].expr = result;
  return result;
}

Expr* Resolver::node(Kind kind, Span span, std::initializer_list<const syntax::Expression*> operands) {
  Expr* result = context_.spec.new_expr(kind, span);
  for (const syntax::Expression* operand : operands) result->operands.push_back(expression(*operand));
  return result;
}

const Expr* Resolver::visit(const syntax::Name& node, const syntax::Expression& tree) {
  return name(node, tree.span);
}

const Expr* Resolver::visit(const syntax::NumberLiteral& node, const syntax::Expression& tree) {
  Expr* result = context_.spec.new_expr(Kind::integer, tree.span);
  if (node.text.find('.') != std::string::npos) {
    result->kind = Kind::decimal;
    result->text = node.text;
    return result;
  }
  const Digits digits = digits_of(node.text);
  const auto [end, fault] = std::from_chars(digits.text.data(), digits.text.data() + digits.text.size(),
                                            result->integer, digits.base);
  if (fault != std::errc{} || end != digits.text.data() + digits.text.size()) {
    context_.error(syntax::Code::literal_too_large, tree.span,
                   "the number " + node.text + " does not fit into 64 bits");
  }
  return result;
}

const Expr* Resolver::string(const std::string& text, Span span) {
  Expr* result = context_.spec.new_expr(Kind::string, span);
  result->text = text;
  return result;
}

const Expr* Resolver::visit(const syntax::StringLiteral& node, const syntax::Expression& tree) {
  return string(node.text, tree.span);
}

const Expr* Resolver::visit(const syntax::At&, const syntax::Expression& tree) {
  if (at_.empty()) {
    context_.error(syntax::Code::wrong_kind, tree.span, "@ has a meaning only in the new value of an EXCEPT");
    return bad(tree.span);
  }
  return context_.reference_to(*at_.back(), tree.span);
}

const Expr* Resolver::visit(const syntax::Prefix& node, const syntax::Expression& tree) {
  return apply(node.op, {node.operand.get()}, tree.span);
}

const Expr* Resolver::visit(const syntax::Infix& node, const syntax::Expression& tree) {
  if (node.op.text == "/\\" || node.op.text == "\\/") return junction_chain(node.op.text == "/\\", tree);
  return apply(node.op, {node.left.get(), node.right.get()}, tree.span);
}

/// A /\ B /\ C associates to the left; its spine is followed without recursion, so that its length does not
/// matter.
const Expr* Resolver::junction_chain(bool conjunction, const syntax::Expression& tree) {
  const std::string_view symbol = conjunction ? "/\\" : "\\/";
  std::vector<const syntax::Expression*> spine;  // outermost first
  const syntax::Expression* first = &tree;
  while (const syntax::Infix* infix = infix_of(*first, symbol)) {
    spine.push_back(first);
    first = infix->left.get();
  }
  Expr* result = context_.spec.new_expr(conjunction ? Kind::conjunction : Kind::disjunction, tree.span);
  result->operands.push_back(expression(*first));
  for (auto link = spine.rbegin(); link != spine.rend(); ++link) {
    result->operands.push_back(expression(infix_of(**link, symbol)->right));
    context_.selections.core[*link] = {result, result->operands.size()};
  }
  return result;
}

const Expr* Resolver::visit(const syntax::Postfix& node, const syntax::Expression& tree) {
  return apply(node.op, {node.operand.get()}, tree.span);
}

const Expr* Resolver::visit(const syntax::Product& node, const syntax::Expression& tree) {
  Expr* result = context_.spec.new_expr(Kind::product, tree.span);
  for (const syntax::ExpressionPtr& factor : node.factors) result->operands.push_back(expression(factor));
  return result;
}

/// An item that is itself an infix chain of the same operator becomes part of the one node.
const Expr* Resolver::visit(const syntax::Junction& node, const syntax::Expression& tree) {
  const Kind kind = node.conjunction ? Kind::conjunction : Kind::disjunction;
  if (node.items.size() == 1) return expression(node.items[0]);
  Expr* result = context_.spec.new_expr(kind, tree.span);
  for (const syntax::ExpressionPtr& item : node.items) {
    const Expr* operand = expression(item);
    if (infix_of(*item, node.conjunction ? "/\\" : "\\/") != nullptr && operand->kind == kind) {
      result->operands.insert(result->operands.end(), operand->operands.begin(), operand->operands.end());
    } else {
      result->operands.push_back(operand);
    }
  }
  return result;
}

const Expr* Resolver::visit(const syntax::Parenthesised& node, const syntax::Expression&) {
  return expression(node.inner);
}

const Expr* Resolver::tuple_or_single(const std::vector<syntax::ExpressionPtr>& items, Span span) {
  if (items.size() == 1) return expression(items[0]);
  Expr* tuple = context_.spec.new_expr(Kind::tuple, span);
  for (const syntax::ExpressionPtr& item : items) tuple->operands.push_back(expression(item));
  return tuple;
}

const Expr* Resolver::visit(const syntax::Apply& node, const syntax::Expression& tree) {
  Expr* result = this->node(Kind::application, tree.span, {node.function.get()});
  Span arguments = tree.span;
  if (!node.arguments.empty()) {
    arguments = node.arguments.front()->span;
    arguments.end = node.arguments.back()->span.end;
  }
  result->operands.push_back(tuple_or_single(node.arguments, arguments));
  return result;
}

const Expr* Resolver::visit(const syntax::FieldAccess& node, const syntax::Expression& tree) {
  Expr* result = this->node(Kind::application, tree.span, {node.record.get()});
  result->operands.push_back(string(node.field.text, node.field.span));
  return result;
}

const Expr* Resolver::visit(const syntax::TupleLiteral& node, const syntax::Expression& tree) {
  Expr* result = context_.spec.new_expr(Kind::tuple, tree.span);
  for (const syntax::ExpressionPtr& item : node.items) result->operands.push_back(expression(item));
  return result;
}

const Expr* Resolver::visit(const syntax::SetLiteral& node, const syntax::Expression& tree) {
  Expr* result = context_.spec.new_expr(Kind::set, tree.span);
  for (const syntax::ExpressionPtr& item : node.items) result->operands.push_back(expression(item));
  return result;
}

const Expr* Resolver::visit(const syntax::FunctionSet& node, const syntax::Expression& tree) {
  return this->node(Kind::function_set, tree.span, {node.domain.get(), node.range.get()});
}

const Expr* Resolver::fields(Kind kind, const std::vector<syntax::Field>& fields, Span span) {
  Expr* result = context_.spec.new_expr(kind, span);
  std::set<std::string> seen;
  for (const syntax::Field& field : fields) {
    if (!seen.insert(field.name.text).second) {
      context_.error(syntax::Code::duplicate_name, field.name.span,
                     "the field " + field.name.text + " is given twice");
    }
    result->fields.push_back(field.name.text);
    result->operands.push_back(expression(field.value));
  }
  return result;
}

const Expr* Resolver::visit(const syntax::RecordLiteral& node, const syntax::Expression& tree) {
  return fields(Kind::record, node.fields, tree.span);
}

const Expr* Resolver::visit(const syntax::RecordSet& node, const syntax::Expression& tree) {
  return fields(Kind::record_set, node.fields, tree.span);
}

const Expr* Resolver::visit(const syntax::Except& node, const syntax::Expression& tree) {
  Expr* result = this->node(Kind::except, tree.span, {node.function.get()});
  for (const syntax::ExceptUpdate& update : node.updates) {
    Update core{{}, nullptr, nullptr, update.span};
    for (const syntax::ExceptStep& step : update.path) {
      core.path.push_back(step.is_field ? string(step.field.text, step.field.span)
                                        : tuple_or_single(step.indices, update.span));
    }
    core.at = context_.spec.new_symbol("@", 0, update.span);
    at_.push_back(core.at);
    core.value = expression(update.value);
    at_.pop_back();
    result->updates.push_back(std::move(core));
  }
  return result;
}

const Expr* Resolver::visit(const syntax::SquareAction& node, const syntax::Expression& tree) {
  return this->node(Kind::square_action, tree.span, {node.action.get(), node.subscript.get()});
}

const Expr* Resolver::visit(const syntax::AngleAction& node, const syntax::Expression& tree) {
  return this->node(Kind::angle_action, tree.span, {node.action.get(), node.subscript.get()});
}

const Expr* Resolver::visit(const syntax::Fairness& node, const syntax::Expression& tree) {
  return this->node(node.strong ? Kind::strong_fairness : Kind::weak_fairness, tree.span,
                    {node.subscript.get(), node.action.get()});
}

const Expr* Resolver::visit(const syntax::If& node, const syntax::Expression& tree) {
  return this->node(Kind::conditional, tree.span,
                    {node.condition.get(), node.then_branch.get(), node.else_branch.get()});
}

const Expr* Resolver::visit(const syntax::Case& node, const syntax::Expression& tree) {
  Expr* result = context_.spec.new_expr(Kind::case_of, tree.span);
  for (const syntax::CaseArm& arm : node.arms) {
    result->operands.push_back(expression(arm.guard));
    result->operands.push_back(expression(arm.value));
  }
  result->has_other = node.other != nullptr;
  if (node.other) result->operands.push_back(expression(node.other));
  return result;
}

}  // namespace synod::semantics
