#include "reference/action_search.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "base/stack.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using semantics::Expr;
using semantics::Kind;
using semantics::Native;

bool ActionSearch::search(const Expr& formula, const Environment& env, const std::vector<CallSite>& calls) {
  Calls chain;
  for (std::size_t i = calls.size(); i-- > 0;)
    chain = std::make_shared<const CallNode>(CallNode{calls[i], chain});
  const semantics::Spec& spec = evaluator_.model().spec;
  const State nothing(mode_ == SearchMode::enabled ? spec.enabled_size() : spec.variables.size());
  return run(formula, Scope{env, chain}, nullptr, target(nothing));
}

ActionSearch::Target ActionSearch::target(State state) const {
  Target t;
  t.complete = std::all_of(state.begin(), state.end(), [](const Value& v) { return v.defined(); });
  t.state = std::make_shared<const State>(std::move(state));
  t.moment = mode_ == SearchMode::initial ? make_moment(t.state, nullptr) : make_moment(current_, t.state);
  return t;
}

ActionSearch::Target ActionSearch::assigned(const Target& t, std::size_t variable, const Value& value) const {
  State state = *t.state;
  state[variable] = value;
  return target(std::move(state));
}

ActionSearch::Items ActionSearch::push(ItemKind kind, const Expr& expr, const Scope& scope, Items rest) {
  return std::make_shared<const Item>(Item{kind, &expr, scope, std::move(rest)});
}

void ActionSearch::guarded(const Expr& e, const Scope& scope, const std::function<void()>& body) const {
  try {
    body();
  } catch (EvaluationError& error) {
    error.place(e.span);
    for (Calls call = scope.calls; call; call = call->outer) error.called_from(call->site);
    throw;
  }
}

Value ActionSearch::evaluate(const Expr& e, const Scope& scope, const Moment& moment) {
  Value result;
  guarded(e, scope, [&] { result = evaluator_.evaluate(e, scope.env, moment); });
  return result;
}

bool ActionSearch::holds(const Expr& e, const Scope& scope, const Target& t, const std::string& where) {
  bool result = false;
  guarded(e, scope, [&] { result = evaluator_.holds(e, scope.env, t.moment, where); });
  return result;
}

/// Takes the next pending item. Once every variable has a value the rest are tests (TLC's fast path).
bool ActionSearch::proceed(const Items& items, const Target& t) {
  if (!items) return emit_(*t.state);
  if (t.complete && mode_ != SearchMode::enabled) return proceed_complete(items, t);
  switch (items->kind) {
    case ItemKind::formula:
      return run(*items->expr, items->scope, items->rest, t);
    case ItemKind::unchanged:
      return run_unchanged(*items->expr, items->scope, items->rest, t);
    case ItemKind::changed:
      return run_changed(*items->expr, items->scope, items->rest, t);
  }
  return false;
}

bool ActionSearch::proceed_complete(Items items, const Target& t) {
  for (; items; items = items->rest) {
    if (items->kind == ItemKind::unchanged) return run_unchanged(*items->expr, items->scope, items->rest, t);
    if (items->kind == ItemKind::changed) return run_changed(*items->expr, items->scope, items->rest, t);
    if (!holds(*items->expr, items->scope, t, "a conjunct of an action")) return false;
  }
  return emit_(*t.state);
}

bool ActionSearch::run(const Expr& e, const Scope& scope, const Items& items, const Target& t) {
  if (stack_nearly_full()) {
    throw EvaluationError(EvaluationFault::recursion_too_deep,
                          "The evaluation of an action nests too deeply.", e.span);
  }
  switch (e.kind) {
    case Kind::conjunction:
      return run_conjunction(e, scope, items, t);
    case Kind::disjunction:
      return std::any_of(e.operands.begin(), e.operands.end(),
                         [&](const Expr* branch) { return run(*branch, scope, items, t); });
    case Kind::exists:
      return run_exists(e, scope, items, t);
    case Kind::forall:
      return run_forall(e, scope, items, t);
    case Kind::conditional:
      return run(*e.operands[holds(*e.operands[0], scope, t, "the condition of an IF") ? 1 : 2], scope, items,
                 t);
    case Kind::case_of:
      return run_case(e, scope, items, t);
    case Kind::let:
      return run(*e.operands[0], Scope{evaluator_.let_environment(e, scope.env), scope.calls}, items, t);
    case Kind::apply:
      if (e.op->is_constant_definition()) return run_test(e, scope, items, t);
      return run_call(*e.op, e, scope, items, t);
    case Kind::constant:
      return run_call(*e.constant->binding, e, scope, items, t);
    case Kind::symbol:
      return run_symbol(e, scope, items, t);
    case Kind::application:
      return run_application(e, scope, items, t);
    case Kind::native:
      return run_native(e, scope, items, t);
    case Kind::unchanged:
      if (mode_ == SearchMode::initial) return run_test(e, scope, items, t);
      return run_unchanged(*e.operands[0], scope, items, t);
    case Kind::angle_action:
      if (mode_ == SearchMode::initial) return run_test(e, scope, items, t);
      return run(*e.operands[0], scope, push(ItemKind::changed, *e.operands[1], scope, items), t);
    case Kind::square_action:
      if (mode_ == SearchMode::initial) return run_test(e, scope, items, t);
      return run(*e.operands[0], scope, items, t) || run_unchanged(*e.operands[1], scope, items, t);
    default:
      return run_test(e, scope, items, t);
  }
}

bool ActionSearch::run_conjunction(const Expr& e, const Scope& scope, const Items& items, const Target& t) {
  Items rest = items;
  for (std::size_t i = e.operands.size(); i-- > 1;)
    rest = push(ItemKind::formula, *e.operands[i], scope, rest);
  return run(*e.operands[0], scope, rest, t);
}

bool ActionSearch::run_exists(const Expr& e, const Scope& scope, const Items& items, const Target& t) {
  // The instances are listed first: errors of the search must not look like errors of the bounds.
  std::vector<Environment> instances;
  guarded(e, scope, [&] {
    evaluator_.visit_bindings(e.bounds, scope.env, t.moment, "\\E", [&](const Environment& env) {
      instances.push_back(env);
      return false;
    });
  });
  return std::any_of(instances.begin(), instances.end(), [&](const Environment& env) {
    return run(*e.operands[0], Scope{env, scope.calls}, items, t);
  });
}

/// The instances become conjuncts; TLC takes the first, then the others from the last to the second.
bool ActionSearch::run_forall(const Expr& e, const Scope& scope, const Items& items, const Target& t) {
  std::vector<Environment> instances;
  guarded(e, scope, [&] {
    evaluator_.visit_bindings(e.bounds, scope.env, t.moment, "\\A", [&](const Environment& env) {
      instances.push_back(env);
      return false;
    });
  });
  if (instances.empty()) return proceed(items, t);
  Items rest = items;
  for (std::size_t i = 1; i < instances.size(); ++i) {
    rest = push(ItemKind::formula, *e.operands[0], Scope{instances[i], scope.calls}, rest);
  }
  return run(*e.operands[0], Scope{instances[0], scope.calls}, rest, t);
}

bool ActionSearch::run_case(const Expr& e, const Scope& scope, const Items& items, const Target& t) {
  const std::size_t pairs = e.operands.size() / 2;
  for (std::size_t i = 0; i < pairs; ++i) {
    if (holds(*e.operands[2 * i], scope, t, "a condition of a CASE")) {
      return run(*e.operands[2 * i + 1], scope, items, t);
    }
  }
  if (e.has_other) return run(*e.operands.back(), scope, items, t);
  guarded(e, scope,
          [] { fail(EvaluationFault::no_case, "Attempted to evaluate a CASE with no conditions true."); });
  return false;
}

bool ActionSearch::run_call(const semantics::Operator& op, const Expr& e, const Scope& scope,
                            const Items& items, const Target& t) {
  if (op.native || op.body == nullptr) return run_test(e, scope, items, t);
  Scope inner;
  inner.env = evaluator_.call_environment(op.parameters, e.operands, scope.env);
  inner.calls = std::make_shared<const CallNode>(CallNode{{op.name, e.span}, scope.calls});
  return run(*op.body, inner, items, t);
}

bool ActionSearch::run_symbol(const Expr& e, const Scope& scope, const Items& items, const Target& t) {
  const Binding* binding = scope.env.find(e.symbol);
  require(binding != nullptr, "a symbol is bound where it is used");
  if (binding->value.defined()) return run_test(e, scope, items, t);
  const Thunk& thunk = *binding->thunk;
  if (thunk.expr->kind != Kind::lambda)
    return run(*thunk.expr, Scope{thunk.environment, scope.calls}, items, t);
  Environment env = thunk.environment;
  for (std::size_t i = 0; i < e.operands.size(); ++i) {
    env = env.with_expression(thunk.expr->symbols[i], *e.operands[i], scope.env);
  }
  return run(*thunk.expr->operands[0], Scope{env, scope.calls}, items, t);
}

/// The function constructor that an expression names: itself, or what definitions and parameters lead to.
ActionSearch::Constructor ActionSearch::constructor_of(const Expr& e, const Scope& scope) const {
  switch (e.kind) {
    case Kind::function:
      return {&e, scope, mode_ == SearchMode::initial && e.self == nullptr};
    case Kind::symbol: {
      const Binding* binding = e.operands.empty() ? scope.env.find(e.symbol) : nullptr;
      if (binding == nullptr || binding->value.defined()) return {};
      return constructor_of(*binding->thunk->expr, Scope{binding->thunk->environment, scope.calls});
    }
    case Kind::apply: {
      if (!e.operands.empty() || e.op->native || e.op->recursive || e.op->body == nullptr) return {};
      if (const Binding* binding = scope.env.find(e.op))
        return constructor_of(*binding->thunk->expr, Scope{binding->thunk->environment, scope.calls});
      Constructor found = constructor_of(*e.op->body, scope);
      // A constant definition is evaluated before the search.
      if (found.function != nullptr && !e.op->in_let && e.op->level == semantics::Level::constant)
        found.built_first = found.function->self == nullptr;
      return found;
    }
    default:
      return {};
  }
}

/// f[x] where f is a function constructor: its body is an action at that point.
bool ActionSearch::run_application(const Expr& e, const Scope& scope, const Items& items, const Target& t) {
  const Constructor constructor = constructor_of(*e.operands[0], scope);
  if (constructor.function == nullptr) return run_test(e, scope, items, t);
  const Expr& function = *constructor.function;
  const Value point = evaluate(*e.operands[1], scope, t.moment);
  Elements parts = {point};
  bool is_point =
      function.bounds.size() == 1 || (as_tuple(point, parts) && parts.size() == function.bounds.size());
  bool is_explicit = true;
  Environment env = constructor.scope.env;
  if (function.self != nullptr) env = env.with_expression(function.self, function, constructor.scope.env);
  guarded(e, scope, [&] {
    for (std::size_t i = 0; is_point && i < function.bounds.size(); ++i) {
      const Value domain = evaluator_.evaluate(*function.bounds[i].set, constructor.scope.env, t.moment);
      is_point = member(parts[i], domain);
      is_explicit = is_explicit && is_literal(domain);
      if (is_point) env = evaluator_.bind(function.bounds[i], parts[i], env);
    }
  });
  if (!is_point || (constructor.built_first && is_explicit)) return run_test(e, scope, items, t);
  Scope inner{env, scope.calls};
  if (function.self != nullptr)
    inner.calls = std::make_shared<const CallNode>(CallNode{{function.self->name, e.span}, scope.calls});
  return run(*function.operands[0], inner, items, t);
}

bool ActionSearch::run_native(const Expr& e, const Scope& scope, const Items& items, const Target& t) {
  switch (e.native) {
    case Native::implies:
      if (!holds(*e.operands[0], scope, t, "the premise of =>")) return proceed(items, t);
      return run(*e.operands[1], scope, items, t);
    case Native::equal:
    case Native::in:
    case Native::subseteq: {
      const semantics::Variable* variable = assigned_variable(*e.operands[0], scope.env);
      if (variable == nullptr) return run_test(e, scope, items, t);
      return run_assignment(e, variable->index, scope, items, t);
    }
    default:
      return run_test(e, scope, items, t);
  }
}

bool ActionSearch::run_assignment(const Expr& e, std::size_t variable, const Scope& scope, const Items& items,
                                  const Target& t) {
  const Value right = evaluate(*e.operands[1], scope, t.moment);
  const Value& left = (*t.state)[variable];
  if (left.defined()) {
    bool satisfied = false;
    guarded(e, scope, [&] {
      satisfied = e.native == Native::equal ? equal(left, right)
                  : e.native == Native::in  ? member(left, right)
                                            : member(left, symbolic_set(SetForm::powerset, {right}));
    });
    return satisfied && proceed(items, t);
  }
  if (e.native == Native::equal) return proceed(items, assigned(t, variable, right));
  std::vector<Value> choices;
  guarded(e, scope, [&] {
    const Value set = e.native == Native::in ? right : symbolic_set(SetForm::powerset, {right});
    if (!set.is(ValueKind::set) || !is_finite(set)) {
      fail(set.is(ValueKind::set) ? EvaluationFault::infinite_set : EvaluationFault::not_a_set,
           "In computing " + std::string(mode_ == SearchMode::initial ? "initial" : "next") +
               " states, the right side of \\IN is not enumerable:\n" + text(set));
    }
    visit_elements(set, [&](const Value& choice) {
      choices.push_back(choice);
      return false;
    });
  });
  return std::any_of(choices.begin(), choices.end(),
                     [&](const Value& choice) { return proceed(items, assigned(t, variable, choice)); });
}

bool ActionSearch::run_unchanged(const Expr& e, const Scope& scope, const Items& items, const Target& t) {
  if (const semantics::Variable* variable = resolve(e, scope.env, false)) {
    const std::size_t index = variable->index;
    const Value before = current_ ? (*current_)[index] : Value();
    require(before.defined(), "the state of a step is complete");
    const Value& left = (*t.state)[index];
    if (!left.defined()) return proceed(items, assigned(t, index, before));
    bool same = false;
    guarded(e, scope, [&] { same = equal(before, left); });
    return same && proceed(items, t);
  }
  if (e.kind == Kind::tuple) {
    if (e.operands.empty()) return proceed(items, t);
    Items rest = items;
    for (std::size_t i = e.operands.size(); i-- > 1;)
      rest = push(ItemKind::unchanged, *e.operands[i], scope, rest);
    return run_unchanged(*e.operands[0], scope, rest, t);
  }
  if (e.kind == Kind::apply && e.operands.empty() && !e.op->native && e.op->body != nullptr) {
    return run_unchanged(*e.op->body, scope, items, t);
  }
  if (e.kind == Kind::symbol && e.operands.empty()) {
    const Binding* binding = scope.env.find(e.symbol);
    if (binding != nullptr && binding->thunk) {
      return run_unchanged(*binding->thunk->expr, Scope{binding->thunk->environment, scope.calls}, items, t);
    }
  }
  const Value before = evaluate(e, scope, t.moment);
  const Value now = evaluate(e, scope, after(t.moment));
  bool same = false;
  guarded(e, scope, [&] { same = equal(before, now); });
  return same && proceed(items, t);
}

bool ActionSearch::run_changed(const Expr& e, const Scope& scope, const Items& items, const Target& t) {
  const Value before = evaluate(e, scope, t.moment);
  const Value now = evaluate(e, scope, after(t.moment));
  bool same = false;
  guarded(e, scope, [&] { same = equal(before, now); });
  return !same && proceed(items, t);
}

bool ActionSearch::run_test(const Expr& e, const Scope& scope, const Items& items, const Target& t) {
  return holds(e, scope, t, "a conjunct of an action") && proceed(items, t);
}

const semantics::Variable* ActionSearch::assigned_variable(const Expr& e, const Environment& env) const {
  return resolve(e, env, mode_ != SearchMode::initial);
}

const semantics::Variable* ActionSearch::resolve(const Expr& e, const Environment& env, bool primed) const {
  switch (e.kind) {
    case Kind::prime:
      return primed ? resolve(*e.operands[0], env, false) : nullptr;
    case Kind::variable:
      return primed ? nullptr : e.variable;
    case Kind::let:
      return resolve(*e.operands[0], evaluator_.let_environment(e, env), primed);
    case Kind::apply:
      if (!e.operands.empty() || e.op->native || e.op->body == nullptr) return nullptr;
      return resolve(*e.op->body, env, primed);
    case Kind::symbol: {
      const Binding* binding = e.operands.empty() ? env.find(e.symbol) : nullptr;
      if (binding == nullptr || !binding->thunk) return nullptr;
      return resolve(*binding->thunk->expr, binding->thunk->environment, primed);
    }
    default:
      return nullptr;
  }
}

}  // namespace synod::reference
