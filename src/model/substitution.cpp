#include "model/substitution.hpp"

#include <algorithm>

#include "base/failure.hpp"

namespace synod::model {

using semantics::Expr;
using semantics::Kind;
using semantics::Level;
using semantics::Operator;
using semantics::Spec;
using semantics::Symbol;

namespace {

/// Calls `visit` with every direct subexpression. `Visitor` takes a `const Expr*&` or a `const Expr*`.
/// Nodes that resolution gave up stand unfinished in the storage: what they lack is passed over.
template <class E, class Visitor>
void for_each_part(E& expr, Visitor&& visit) {
  const auto visit_known = [&](auto& part) {
    if (part != nullptr) visit(part);
  };
  for (auto& operand : expr.operands) visit_known(operand);
  for (auto& bound : expr.bounds) {
    visit_known(bound.set);
  }
  for (auto& update : expr.updates) {
    for (auto& index : update.path) visit_known(index);
    visit_known(update.value);
  }
}

}  // namespace

Substitution::Substitution(Spec& spec, const std::vector<const Symbol*>& parameters,
                           const std::vector<const Expr*>& arguments)
    : spec_(spec) {
  require(parameters.size() == arguments.size(), "substitution: as many arguments as parameters");
  for (std::size_t i = 0; i < parameters.size(); ++i) values_[parameters[i]] = arguments[i];
}

bool Substitution::mentions(const Expr& expr) const {
  if (expr.kind == Kind::symbol && values_.contains(expr.symbol)) return true;
  if (expr.kind == Kind::apply && copied_.contains(expr.op)) return true;
  bool found = false;
  for_each_part(expr, [&](const Expr* part) { found = found || mentions(*part); });
  for (const Operator* definition : expr.definitions) found = found || mentions(*definition);
  return found;
}

bool Substitution::mentions(const Operator& op) const { return op.body != nullptr && mentions(*op.body); }

const Expr* Substitution::operator()(const Expr* expr) {
  if (!mentions(*expr)) return expr;
  return expr->kind == Kind::symbol && values_.contains(expr->symbol) ? replace_symbol(*expr) : copy(*expr);
}

const Expr* Substitution::replace_symbol(const Expr& expr) {
  const Expr* value = values_.at(expr.symbol);
  if (expr.operands.empty()) return value;
  require(value->kind == Kind::lambda, "substitution: an operator parameter stands for a Lambda");
  std::vector<const Expr*> arguments = expr.operands;
  replace_all(arguments);
  return Substitution(spec_, value->symbols, arguments)(value->operands.at(0));
}

const Expr* Substitution::copy(const Expr& expr) {
  Expr* result = spec_.new_expr(expr.kind, expr.span);
  const std::uint32_t id = result->id;
  *result = expr;
  result->id = id;
  for (const Operator*& definition : result->definitions) definition = copy(*definition);
  if (result->kind == Kind::apply) {
    if (const auto copied = copied_.find(result->op); copied != copied_.end()) result->op = copied->second;
  }
  for_each_part(*result, [this](const Expr*& part) { part = (*this)(part); });
  result->level = level_by_parts(*result);
  return result;
}

const Operator* Substitution::copy(const Operator& op) {
  Operator& result = spec_.operator_storage.emplace_back(op);
  result.id = static_cast<std::uint32_t>(spec_.operators.size());
  spec_.operators.push_back(&result);
  copied_[&op] = &result;  // before the body: it may call itself
  if (op.body != nullptr) {
    result.body = (*this)(op.body);
    result.level = std::max(op.level, result.body->level);
  }
  return &result;
}

void Substitution::replace_all(std::vector<const Expr*>& exprs) {
  for (const Expr*& expr : exprs) expr = (*this)(expr);
}

const Expr* instantiate(Spec& spec, const Expr& call) {
  require(call.kind == Kind::apply && call.op->body != nullptr, "instantiate: a call of a defined operator");
  if (call.operands.empty()) return call.op->body;
  return Substitution(spec, call.op->parameters, call.operands)(call.op->body);
}

namespace {

/// Whether a body primes something that depends on a parameter: then a call with a state-level argument is an
/// action.
bool primes_symbol(const Expr& expr, bool under_prime) {
  if (expr.kind == Kind::symbol && under_prime) return true;
  const bool primes = under_prime || expr.kind == Kind::prime || expr.kind == Kind::unchanged;
  bool found = false;
  for_each_part(expr, [&](const Expr* part) { found = found || primes_symbol(*part, primes); });
  return found;
}

Level level_of_call(const Expr& call, Level by_operands) {
  Level level = std::max(call.op->level, by_operands);
  const bool may_prime = by_operands == Level::state && call.op->body != nullptr && !call.op->native;
  if (may_prime && primes_symbol(*call.op->body, false)) level = std::max(level, Level::action);
  return level;
}

}  // namespace

Level level_by_parts(const Expr& expr) {
  Level level = Level::constant;
  for_each_part(expr, [&](const Expr* part) { level = std::max(level, part->level); });
  switch (expr.kind) {
    case Kind::apply:
      if (expr.op != nullptr) level = level_of_call(expr, level);
      break;
    case Kind::prime:
    case Kind::unchanged:
      level = level == Level::constant ? expr.level : Level::action;
      break;
    case Kind::enabled:
      level = level == Level::constant ? expr.level : Level::state;
      break;
    case Kind::constant:
      if (expr.constant != nullptr && expr.constant->binding != nullptr)
        level = std::max(level, expr.constant->binding->level);
      break;
    default:
      break;
  }
  return std::max(level, expr.level);
}

void raise_levels(Spec& spec) {
  for (bool changed = true; changed;) {
    changed = false;
    for (Expr& expr : spec.expr_storage) {
      const Level level = level_by_parts(expr);
      changed = changed || level != expr.level;
      expr.level = level;
    }
    for (Operator* op : spec.operators) {
      if (op->body == nullptr || op->native || op->body->level <= op->level) continue;
      op->level = op->body->level;
      changed = true;
    }
  }
  std::erase_if(spec.constant_definitions, [](const Operator* op) { return op->level != Level::constant; });
}

}  // namespace synod::model
