#include "model/replacement.hpp"

#include <set>
#include <utility>

#include <fmt/format.h>

#include "model/binding.hpp"
#include "semantics/walk.hpp"

namespace synod::model {

using semantics::Expr;
using semantics::Kind;
using semantics::Operator;
using semantics::Spec;
using semantics::Symbol;

namespace {

const Expr* make_value(Spec& spec, const ConfigValue& value) {
  Expr* node = spec.new_expr(Kind::set, value.span);
  switch (value.kind) {
    case ConfigValue::Kind::integer:
      node->kind = Kind::integer;
      break;
    case ConfigValue::Kind::boolean:
      node->kind = Kind::boolean;
      break;
    case ConfigValue::Kind::string:
      node->kind = Kind::string;
      break;
    case ConfigValue::Kind::model_value:
      node->kind = Kind::model_value;
      break;
    case ConfigValue::Kind::set:
      break;
  }
  node->integer = value.integer;
  node->text = value.text;
  for (const ConfigValue& element : value.elements) node->operands.push_back(make_value(spec, element));
  return node;
}

const Expr* make_symbol(Spec& spec, const Symbol* symbol, std::vector<const Expr*> operands) {
  Expr* node = spec.new_expr(Kind::symbol, symbol->span);
  node->symbol = symbol;
  node->operands = std::move(operands);
  return node;
}

const Expr* make_equal(Spec& spec, const Expr* left, const Expr* right) {
  Expr* node = spec.new_expr(Kind::native, right->span);
  node->native = semantics::Native::equal;
  node->operands = {left, right};
  return node;
}

}  // namespace

std::vector<const Symbol*> make_parameters(Spec& spec, std::size_t count, Span span) {
  std::vector<const Symbol*> parameters;
  for (std::size_t i = 0; i < count; ++i)
    parameters.push_back(spec.new_symbol(fmt::format("_{}", i + 1), 0, span));
  return parameters;
}

const Expr* make_body(Spec& spec, const std::vector<const Assignment*>& lines,
                      const std::vector<const Symbol*>& parameters) {
  if (parameters.empty()) return make_value(spec, lines.back()->value);
  Expr* table = spec.new_expr(Kind::case_of, lines.front()->name.span);
  for (const Assignment* line : lines) {
    std::vector<const Expr*> tests;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      tests.push_back(
          make_equal(spec, make_symbol(spec, parameters[i], {}), make_value(spec, line->arguments[i])));
    }
    table->operands.push_back(make_conjunction(spec, tests));
    table->operands.push_back(make_value(spec, line->value));
  }
  return table;
}

namespace {

/// A parameter as an argument: itself, or `LAMBDA x, y : P(x, y)` for an operator parameter P.
const Expr* pass_on(Spec& spec, const Symbol* parameter) {
  if (parameter->arity == 0) return make_symbol(spec, parameter, {});
  Expr* lambda = spec.new_expr(Kind::lambda, parameter->span);
  std::vector<const Expr*> operands;
  for (unsigned i = 0; i < parameter->arity; ++i) {
    const Symbol* symbol = spec.new_symbol(fmt::format("_{}", i + 1), 0, parameter->span);
    lambda->symbols.push_back(symbol);
    operands.push_back(make_symbol(spec, symbol, {}));
  }
  lambda->operands = {make_symbol(spec, parameter, std::move(operands))};
  return lambda;
}

}  // namespace

const Expr* make_forwarding_call(Spec& spec, const Operator& op, const Operator& target, Span span) {
  std::vector<const Expr*> operands;
  const std::size_t skipped = op.parameters.size() - target.parameters.size();
  for (std::size_t i = skipped; i < op.parameters.size(); ++i)
    operands.push_back(pass_on(spec, op.parameters[i]));
  return make_call(spec, target, std::move(operands), span);
}

namespace {

/// Looks through an operator and all that it calls, also through the values of constants, for a node.
class Search {
 public:
  explicit Search(const std::function<bool(const Expr&)>& wanted) : wanted_(wanted) {}

  bool finds_in(const Operator& op) {
    if (op.body == nullptr || op.native || !visited_.insert(&op).second) return false;
    return finds_in(op, *op.body);
  }
  std::vector<Use> path() { return std::move(path_); }

 private:
  bool finds_in(const Operator& user, const Expr& expr) {
    path_.push_back({&user, &expr});
    if (wanted_(expr)) return true;
    if (expr.kind == Kind::apply && finds_in(*expr.op)) return true;
    const Operator* binding = expr.kind == Kind::constant ? expr.constant->binding : nullptr;
    if (binding != nullptr && finds_in(*binding)) return true;
    path_.pop_back();
    bool found = false;
    semantics::for_each_part(expr, [&](const Expr& part) { found = found || finds_in(user, part); });
    return found;
  }

  const std::function<bool(const Expr&)>& wanted_;
  std::set<const Operator*> visited_;
  std::vector<Use> path_;
};

const std::string& name_of_used(const Expr& where) {
  switch (where.kind) {
    case Kind::apply:
      return where.op->name;
    case Kind::constant:
      return where.constant->name;
    default:
      return where.variable->name;
  }
}

}  // namespace

std::vector<Use> find_uses(const Operator& op, const std::function<bool(const Expr&)>& wanted) {
  Search search(wanted);
  return search.finds_in(op) ? search.path() : std::vector<Use>();
}

std::vector<Use> find_recursion(const Operator& op) {
  return find_uses(op, [&](const Expr& expr) {
    return (expr.kind == Kind::apply && expr.op == &op) ||
           (expr.kind == Kind::constant && expr.constant->binding == &op);
  });
}

std::string describe(const std::vector<Use>& uses) {
  std::string text;
  for (const Use& use : uses) {
    text += fmt::format("{}{} uses {}", text.empty() ? "" : ", ", use.user->name, name_of_used(*use.where));
  }
  return text;
}

}  // namespace synod::model
