#include "reference/temporal.hpp"

#include <algorithm>
#include <utility>

namespace synod::reference {

using semantics::Expr;
using semantics::Kind;
using semantics::Level;
using semantics::Native;
using semantics::Operator;

LassoJudge::LassoJudge(Evaluator& evaluator, const std::vector<State>& states, std::size_t loop_start,
                       LassoEnd end)
    : evaluator_(evaluator), states_(states.size()), loop_start_(loop_start) {
  std::vector<std::shared_ptr<const State>> shared;
  for (const State& state : states) shared.push_back(std::make_shared<const State>(state));
  const std::size_t positions = end == LassoEnd::step_back ? states_ : states_ - 1;
  for (std::size_t i = 0; i < positions; ++i) moments_.push_back(make_moment(shared[i], shared[next(i)]));
}

LassoJudge::Positions LassoJudge::from(std::size_t at) const {
  Positions positions;
  for (std::size_t i = std::min(at, loop_start_); i < moments_.size(); ++i) positions.push_back(i);
  return positions;
}

const Moment& LassoJudge::moment(std::size_t at) {
  evaluator_.run().level = static_cast<std::int64_t>(at) + 1;
  return moments_[at];
}

bool LassoJudge::is_temporal(const Expr& e, const Environment& env) const {
  if (e.level == Level::temporal) return true;
  if (e.kind == Kind::symbol) {
    const Binding* binding = env.find(e.symbol);
    if (binding == nullptr || !binding->thunk) return false;
    const Expr& meant = *binding->thunk->expr;
    return is_temporal(meant.kind == Kind::lambda ? *meant.operands[0] : meant, binding->thunk->environment);
  }
  return std::any_of(e.operands.begin(), e.operands.end(),
                     [&](const Expr* operand) { return is_temporal(*operand, env); });
}

std::pair<const Expr*, Environment> LassoJudge::opened(const Expr& e, const Environment& env) const {
  switch (e.kind) {
    case Kind::let:
      return {e.operands[0], evaluator_.let_environment(e, env)};
    case Kind::constant: {
      const Operator& op = *e.constant->binding;
      return {op.body, evaluator_.call_environment(op.parameters, e.operands, env)};
    }
    case Kind::apply: {
      const Operator& op = *e.op;
      if (op.native || op.body == nullptr) return {&e, env};
      if (const Binding* binding = op.parameters.empty() ? env.find(&op) : nullptr)
        return {binding->thunk->expr, binding->thunk->environment};
      return {op.body, evaluator_.call_environment(op.parameters, e.operands, env)};
    }
    case Kind::symbol: {
      const Thunk& thunk = *env.find(e.symbol)->thunk;
      if (thunk.expr->kind != Kind::lambda) return {thunk.expr, thunk.environment};
      Environment body = thunk.environment;
      for (std::size_t i = 0; i < e.operands.size(); ++i)
        body = body.with_expression(thunk.expr->symbols[i], *e.operands[i], env);
      return {thunk.expr->operands[0], body};
    }
    default:
      return {&e, env};
  }
}

bool LassoJudge::predicate_holds(const Expr& e, const Environment& env, std::size_t at) {
  const EvaluationScope scope(evaluator_);
  return evaluator_.holds(e, env, moment(at), "a formula");
}

void LassoJudge::for_instances(const Expr& quantifier, const Place& place,
                               const std::function<void(const Place&)>& body) {
  const auto visit = [&](const Environment& env) {
    Place instance{env, place.chosen};
    for (const semantics::Bound& bound : quantifier.bounds) {
      for (const semantics::Symbol* symbol : bound.symbols) {
        const Binding* binding = env.find(symbol);
        if (binding == nullptr || !binding->value.defined()) continue;
        if (!instance.chosen.empty()) instance.chosen += ", ";
        instance.chosen += symbol->name + " = " + reference::text(binding->value);
      }
    }
    body(instance);
    return false;
  };
  evaluator_.visit_bindings(quantifier.bounds, place.env, evaluator_.no_state(), "a quantifier", visit);
}

bool LassoJudge::holds(const Expr& e, const Environment& env, std::size_t at) {
  if (!is_temporal(e, env)) return predicate_holds(e, env, at);
  const auto holds_here = [&](const Expr* part) { return holds(*part, env, at); };
  switch (e.kind) {
    case Kind::conjunction:
      return std::all_of(e.operands.begin(), e.operands.end(), holds_here);
    case Kind::disjunction:
      return std::any_of(e.operands.begin(), e.operands.end(), holds_here);
    case Kind::conditional:
      return holds_here(e.operands[0]) ? holds_here(e.operands[1]) : holds_here(e.operands[2]);
    case Kind::forall:
    case Kind::exists: {
      const bool all = e.kind == Kind::forall;
      bool result = all;
      for_instances(e, {env, ""}, [&](const Place& instance) {
        if (result == all) result = holds(*e.operands[0], instance.env, at);
      });
      return result;
    }
    case Kind::weak_fairness:
    case Kind::strong_fairness:
      return fair(e, env);
    case Kind::native:
      return native_holds(e, env, at);
    default: {
      const auto [meant, where] = opened(e, env);
      if (meant == &e)
        throw EvaluationError(EvaluationFault::unsupported, "This temporal formula is not supported.",
                              e.span);
      return holds(*meant, where, at);
    }
  }
}

bool LassoJudge::native_holds(const Expr& e, const Environment& env, std::size_t at) {
  const auto operand = [&](std::size_t i) { return holds(*e.operands[i], env, at); };
  switch (e.native) {
    case Native::negation:
      return !operand(0);
    case Native::implies:
      return !operand(0) || operand(1);
    case Native::equivalent:
    case Native::equal:
      return operand(0) == operand(1);
    case Native::always:
      return always(*e.operands[0], env, at);
    case Native::eventually:
      return eventually(*e.operands[0], env, at);
    case Native::leads_to:
      return leads_to(e, env, at);
    default:
      throw EvaluationError(EvaluationFault::unsupported, "This temporal operator is not supported.", e.span);
  }
}

bool LassoJudge::always(const Expr& e, const Environment& env, std::size_t at) {
  const Positions positions = from(at);
  return std::all_of(positions.begin(), positions.end(), [&](std::size_t i) { return holds(e, env, i); });
}

bool LassoJudge::eventually(const Expr& e, const Environment& env, std::size_t at) {
  const Positions positions = from(at);
  return std::any_of(positions.begin(), positions.end(), [&](std::size_t i) { return holds(e, env, i); });
}

bool LassoJudge::leads_to(const Expr& e, const Environment& env, std::size_t at) {
  const Positions positions = from(at);
  return std::all_of(positions.begin(), positions.end(), [&](std::size_t i) {
    return !holds(*e.operands[0], env, i) || eventually(*e.operands[1], env, i);
  });
}

const Expr& LassoJudge::step_of(const Expr& fairness) {
  const Expr*& step = steps_[&fairness];
  if (step != nullptr) return *step;
  Expr& angle = made_.emplace_back();
  angle.kind = Kind::angle_action;
  angle.level = Level::action;
  angle.span = fairness.span;
  angle.operands = {fairness.operands[1], fairness.operands[0]};
  step = &angle;
  return angle;
}

bool LassoJudge::enabled(const Expr& fairness, const Environment& env, std::size_t at) {
  const EvaluationScope scope(evaluator_);
  const Expr& step = fairness.operands.size() > 2 ? *fairness.operands[2]->operands[0] : step_of(fairness);
  return evaluator_.enabled(step, env, moment(at));
}

bool LassoJudge::taken(const Expr& fairness, const Environment& env, std::size_t at) {
  return enabled(fairness, env, at) && predicate_holds(step_of(fairness), env, at);
}

/// WF: disabled or taken again and again. SF: taken again and again, or enabled no more.
bool LassoJudge::fair(const Expr& fairness, const Environment& env) {
  const Positions positions = loop();
  const auto taken_at = [&](std::size_t i) { return taken(fairness, env, i); };
  const auto disabled_at = [&](std::size_t i) { return !enabled(fairness, env, i); };
  if (std::any_of(positions.begin(), positions.end(), taken_at)) return true;
  if (fairness.kind == Kind::weak_fairness)
    return std::any_of(positions.begin(), positions.end(), disabled_at);
  return std::all_of(positions.begin(), positions.end(), disabled_at);
}

}  // namespace synod::reference
