// ENABLED, and the fairness that contains it, through an INSTANCE.
//
// ENABLED A says that there are next values of the variables with which A holds: it binds the primed
// variables of A, and a substitution must not reach what is bound (Lamport, "Specifying Systems",
// section 17.8). Where the instance substitutes a variable for a variable that makes no difference: the one
// may as well be bound as the other. Where it substitutes anything else, the next value is that of a variable
// of its own.
#include <algorithm>
#include <utility>

#include "semantics/context.hpp"
#include "semantics/copier.hpp"

namespace synod::semantics {

/// The variable that a variable of the module is when ENABLED binds it; null when it is the one substituted.
Variable* Copier::hidden(Instance& instance, const Variable& variable) {
  const auto substituted = instance.substitution.find(&variable);
  if (substituted == instance.substitution.end()) return nullptr;  // of another module
  const auto [known, fresh] = instance.hidden.try_emplace(&variable, nullptr);
  if (!fresh) return known->second;
  const Expr& value = *substituted->second;
  const auto same_variable = [&](const Variable* other) {
    const Expr& others = *instance.substitution.at(other);
    return others.kind == Kind::variable && others.variable == value.variable;
  };
  const auto& all = instance.module->variables;
  if (value.kind == Kind::variable && std::count_if(all.begin(), all.end(), same_variable) == 1)
    return nullptr;
  Spec& spec = context_.spec;
  Variable& made = spec.variable_storage.emplace_back(Variable{
      instance.name.empty() ? variable.name : instance.name + "!" + variable.name, 0, variable.span});
  spec.hidden.push_back(&made);
  known->second = &made;
  return &made;
}

bool Copier::hides_variables(Instance& instance) {
  const auto& all = instance.module->variables;
  return std::any_of(all.begin(), all.end(),
                     [&](const Variable* variable) { return hidden(instance, *variable) != nullptr; });
}

Expr* Copier::made(Kind kind, Span span, std::vector<const Expr*> operands) {
  Expr* result = context_.spec.new_expr(kind, span);
  result->operands = std::move(operands);
  return result;
}

const Expr* Copier::copy_at(const Expr& expr, Replacements& replacements, Moment moment) {
  const Moment before = std::exchange(replacements.moment, moment);
  const Expr* result = copy(expr, replacements);
  replacements.moment = before;
  return result;
}

/// The copy of what ENABLED changes the meaning of; null for everything else.
const Expr* Copier::copy_under_enabled(const Expr& expr, Replacements& replacements) {
  switch (replacements.moment) {
    case Moment::plain:
      if (expr.kind != Kind::enabled && expr.kind != Kind::weak_fairness &&
          expr.kind != Kind::strong_fairness)
        return nullptr;
      if (!hides_variables(*replacements.instance)) return nullptr;
      return expr.kind == Kind::enabled ? copy_enabled(expr, replacements)
                                        : copy_fairness(expr, replacements);
    case Moment::under_enabled:
      break;
    case Moment::primed_under_enabled:
      return nullptr;
  }
  switch (expr.kind) {
    case Kind::prime:
      return made(Kind::prime, expr.span,
                  {copy_at(*expr.operands[0], replacements, Moment::primed_under_enabled)});
    case Kind::unchanged:
      return unchanged_under_enabled(*expr.operands[0], replacements);
    case Kind::square_action:
      return made(
          Kind::disjunction, expr.span,
          {copy(*expr.operands[0], replacements), unchanged_under_enabled(*expr.operands[1], replacements)});
    case Kind::angle_action: {
      Expr* changed =
          made(Kind::native, expr.span, {unchanged_under_enabled(*expr.operands[1], replacements)});
      changed->native = Native::negation;
      return made(Kind::conjunction, expr.span, {copy(*expr.operands[0], replacements), changed});
    }
    default:
      return nullptr;
  }
}

const Expr* Copier::copy_enabled(const Expr& expr, Replacements& replacements) {
  return made(Kind::enabled, expr.span, {copy_at(*expr.operands[0], replacements, Moment::under_enabled)});
}

const Expr* Copier::copy_fairness(const Expr& expr, Replacements& replacements) {
  Expr* result = context_.spec.new_expr(expr.kind, expr.span);
  for (std::size_t i = 0; i < 2; ++i) result->operands.push_back(copy(*expr.operands[i], replacements));
  const Expr* enabled = expr.operands.size() > 2 ? expr.operands[2] : nullptr;
  if (enabled == nullptr) {
    const Expr* step = made(Kind::angle_action, expr.span, {expr.operands[1], expr.operands[0]});
    enabled = made(Kind::enabled, expr.span, {step});
  }
  result->operands.push_back(copy_enabled(*enabled, replacements));
  return result;
}

/// subscript' = subscript, component by component where it is a tuple.
const Expr* Copier::unchanged_under_enabled(const Expr& subscript, Replacements& replacements) {
  if (subscript.kind == Kind::tuple) {
    std::vector<const Expr*> parts;
    for (const Expr* part : subscript.operands) parts.push_back(unchanged_under_enabled(*part, replacements));
    return made(Kind::conjunction, subscript.span, std::move(parts));
  }
  if (subscript.kind == Kind::apply && subscript.operands.empty() && !subscript.op->native &&
      !replacements.let_operators.contains(subscript.op)) {
    if (subscript.op->body == nullptr) drain();
    const Expr* body = subscript.op->body;
    if (body != nullptr && (body->kind == Kind::tuple || body->kind == Kind::apply))
      return unchanged_under_enabled(*body, replacements);
  }
  const Expr* after =
      made(Kind::prime, subscript.span, {copy_at(subscript, replacements, Moment::primed_under_enabled)});
  Expr* equal = made(Kind::native, subscript.span, {after, copy(subscript, replacements)});
  equal->native = Native::equal;
  return equal;
}

}  // namespace synod::semantics
