// Dispatch over the kinds of expressions; references and calls.
#include "reference/evaluator.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "base/random.hpp"
#include "base/stack.hpp"
#include "reference/natives.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using semantics::Expr;
using semantics::Kind;
using semantics::Level;
using semantics::Operator;

namespace {

[[noreturn]] void fail_temporal(const std::string& form) {
  fail(EvaluationFault::unsupported,
       "TLC encountered a temporal formula (" + form + ") when evaluating a predicate or action.");
}

/// As TLC has it, [x \in S |-> e] over explicit sets and intervals has all its points computed, so a failing
/// one fails it, unless it is about to be applied.
bool is_computed_at_once(const Expr& e, const Value& f) {
  if (e.self != nullptr) return false;
  const Value domain = domain_of(f);
  if (e.bounds.size() == 1) return is_literal(domain);
  const Elements& factors = domain.as_set().parts;
  return std::all_of(factors.begin(), factors.end(), is_literal);
}

/// The function with all its points computed. TLC puts each of its sets in order, even if another one is
/// empty.
Value listed(const Expr& e, const Value& rule) {
  if (e.bounds.size() > 1) {
    for (const Value& set : domain_of(rule).as_set().parts) static_cast<void>(elements_of(set));
  }
  Function f;
  f.pairs = pairs_of(rule);
  return Value::function(std::make_shared<const Function>(std::move(f)));
}

}  // namespace

Evaluator::Evaluator(const model::Model& model, EvaluatorOptions options)
    : model_(model), options_(std::move(options)), no_state_(make_moment(nullptr, nullptr)) {
  measure_stack();
}

Value Evaluator::evaluate(const Expr& e, const Environment& env, const Moment& moment) {
  try {
    if (stack_nearly_full()) {
      fail(EvaluationFault::recursion_too_deep,
           "The evaluation nests too deeply. It was probably the result of an incorrect recursive definition "
           "that never "
           "ends.");
    }
    return dispatch(e, env, moment);
  } catch (EvaluationError& error) {
    error.place(e.span);
    throw;
  }
}

bool Evaluator::holds(const Expr& e, const Environment& env, const Moment& moment, const std::string& where) {
  const Value value = evaluate(e, env, moment);
  if (value.is(ValueKind::boolean)) return value.as_boolean();
  throw EvaluationError(
      EvaluationFault::not_boolean,
      "A non-boolean expression (" + kind_text(value) + ") was used as " + where + ":\n" + text(value),
      e.span);
}

Value Evaluator::dispatch(const Expr& e, const Environment& env, const Moment& moment) {
  const auto operand = [&](std::size_t i) { return evaluate(*e.operands[i], env, moment); };
  switch (e.kind) {
    case Kind::integer:
      return Value::integer(e.integer);
    case Kind::decimal:
      fail(EvaluationFault::unsupported, "The decimal number " + e.text + " cannot be evaluated.");
    case Kind::string:
      return Value::string(e.text);
    case Kind::boolean:
      return Value::boolean(e.integer != 0);
    case Kind::model_value:
      return model_value_named(model_, e.text);
    case Kind::variable:
      return variable(e, moment);
    case Kind::constant:
      return constant(e, env, moment);
    case Kind::symbol:
      return symbol(e, env, moment);
    case Kind::apply:
      return call(*e.op, e, env, moment);
    case Kind::lambda:
      fail(EvaluationFault::argument, "An operator was used as a value.");
    case Kind::native:
      return evaluate_native(e.native, NativeCall{*this, e, env, moment});
    case Kind::conjunction:
      return conjunction(e, env, moment);
    case Kind::disjunction:
      return disjunction(e, env, moment);
    case Kind::conditional:
      return holds(*e.operands[0], env, moment, "the condition of an IF") ? operand(1) : operand(2);
    case Kind::case_of:
      return evaluate(case_arm(e, env, moment), env, moment);
    case Kind::let:
      return evaluate(*e.operands[0], let_environment(e, env), moment);
    case Kind::forall:
    case Kind::exists:
      return quantifier(e, env, moment);
    case Kind::choose:
      return choose(e, env, moment);
    case Kind::filter:
      return filter(e, env, moment);
    case Kind::map:
      return map(e, env, moment);
    case Kind::function: {
      const Value f = function(e, env, moment);
      return is_computed_at_once(e, f) ? listed(e, f) : f;
    }
    case Kind::application: {
      const Value f = applied(*e.operands[0], env, moment);
      return apply(f, operand(1));
    }
    case Kind::except:
      return except(e, env, moment);
    case Kind::tuple:
      return Value::tuple(operands(e, env, moment));
    case Kind::set:
      return Value::set(operands(e, env, moment));
    case Kind::product:
      return symbolic_set(SetForm::product, operands(e, env, moment));
    case Kind::record:
      return Value::record(fields(e, env, moment));
    case Kind::record_set:
      return record_set(fields(e, env, moment));
    case Kind::function_set:
      return symbolic_set(SetForm::functions, operands(e, env, moment));
    case Kind::prime:
      return evaluate(*e.operands[0], env, after(moment));
    case Kind::unchanged:
      return Value::boolean(!changed(*e.operands[0], env, moment));
    case Kind::square_action:
      return Value::boolean(holds(*e.operands[0], env, moment, "the action A of [A]_v") ||
                            !changed(*e.operands[1], env, moment));
    case Kind::angle_action:
      return Value::boolean(holds(*e.operands[0], env, moment, "the action A of <<A>>_v") &&
                            changed(*e.operands[1], env, moment));
    case Kind::enabled:
      return Value::boolean(enabled(*e.operands[0], env, moment));
    case Kind::weak_fairness:
      fail_temporal("WF");
    case Kind::strong_fairness:
      fail_temporal("SF");
    case Kind::temporal_forall:
      fail_temporal("\\AA");
    case Kind::temporal_exists:
      fail_temporal("\\EE");
  }
  throw InternalError("unknown kind of expression");
}

Value Evaluator::variable(const Expr& e, const Moment& moment) const {
  const semantics::Variable& variable = *e.variable;
  if (moment->current && (*moment->current)[variable.index].defined())
    return (*moment->current)[variable.index];
  fail(EvaluationFault::primed_variable_undefined,
       "In evaluation, the identifier " + variable.name + " is either undefined or not an operator.");
}

Value Evaluator::force(const Thunk& thunk, const Moment& moment) {
  if (thunk.known_in(moment)) return thunk.value;
  Value value = evaluate(*thunk.expr, thunk.environment, moment);
  thunk.value = value;
  thunk.moment = moment;
  return value;
}

Value Evaluator::symbol(const Expr& e, const Environment& env, const Moment& moment) {
  const Binding* binding = env.find(e.symbol);
  require(binding != nullptr, "a symbol is bound where it is used");
  if (binding->value.defined()) return binding->value;
  const Thunk& thunk = *binding->thunk;
  if (e.operands.empty()) return force(thunk, moment);
  const Expr& lambda = *thunk.expr;
  Environment body = thunk.environment;
  for (std::size_t i = 0; i < e.operands.size(); ++i) {
    body = body.with_expression(lambda.symbols[i], *e.operands[i], env);
  }
  return evaluate(*lambda.operands[0], body, moment);
}

Value Evaluator::call_lambda(const Expr& lambda, const Elements& arguments, const Environment& env,
                             const Moment& moment) {
  const Expr* target = &lambda;
  Environment body = env;
  if (lambda.kind == Kind::symbol) {  // an operator parameter passed on
    const Binding* binding = env.find(lambda.symbol);
    require(binding != nullptr && binding->thunk, "an operator parameter is bound to an operator");
    target = binding->thunk->expr;
    body = binding->thunk->environment;
  }
  for (std::size_t i = 0; i < arguments.size(); ++i) body = body.with_value(target->symbols[i], arguments[i]);
  return evaluate(*target->operands[0], body, moment);
}

/// As TLC has it, a function about to be applied is evaluated at that point only, also when it is named,
/// chosen by IF or CASE, or the result of an operator.
Value Evaluator::applied(const Expr& e, const Environment& env, const Moment& moment) {
  switch (e.kind) {
    case Kind::function:
      return function(e, env, moment);
    case Kind::conditional:
      return applied(*e.operands[holds(*e.operands[0], env, moment, "the condition of an IF") ? 1 : 2], env,
                     moment);
    case Kind::case_of:
      return applied(case_arm(e, env, moment), env, moment);
    case Kind::let:
      return applied(*e.operands[0], let_environment(e, env), moment);
    case Kind::prime:
      return applied(*e.operands[0], env, after(moment));
    case Kind::symbol: {
      const Binding* binding = env.find(e.symbol);
      if (binding == nullptr || !binding->thunk || !e.operands.empty()) break;
      return applied(*binding->thunk, moment);
    }
    case Kind::apply: {
      const Operator& op = *e.op;
      if (op.native || op.body == nullptr) break;
      if (const Binding* binding = op.parameters.empty() ? env.find(&op) : nullptr)
        return applied(*binding->thunk, moment);
      if (op.recursive ||
          (op.level == Level::constant && op.parameters.empty() && op.body->kind != Kind::function))
        break;
      return applied(*op.body, call_environment(op.parameters, e.operands, env), moment);
    }
    default:
      break;
  }
  return evaluate(e, env, moment);
}

Value Evaluator::applied(const Thunk& thunk, const Moment& moment) {
  if (thunk.known_in(moment)) return thunk.value;
  return applied(*thunk.expr, thunk.environment, moment);
}

Value Evaluator::constant(const Expr& e, const Environment& env, const Moment& moment) {
  require(e.constant->binding != nullptr, "every constant has a value");
  return call(*e.constant->binding, e, env, moment);
}

Environment Evaluator::call_environment(const std::vector<const semantics::Symbol*>& parameters,
                                        const std::vector<const Expr*>& arguments,
                                        const Environment& env) const {
  Environment result = env;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const Expr& argument = *arguments[i];
    const Binding* same =
        argument.kind == Kind::symbol && argument.operands.empty() ? env.find(argument.symbol) : nullptr;
    result = same != nullptr ? result.with_binding(parameters[i], *same)
                             : result.with_expression(parameters[i], argument, env);
  }
  return result;
}

Environment Evaluator::let_environment(const Expr& let, const Environment& env) const {
  Environment result = env;
  for (const Operator* definition : let.definitions) {
    if (definition->parameters.empty() && definition->body != nullptr) {
      result = result.with_expression(definition, *definition->body, result);
    }
  }
  return result;
}

Value Evaluator::call(const Operator& op, const Expr& e, const Environment& env, const Moment& moment) {
  if (op.native) return evaluate_native(*op.native, NativeCall{*this, e, env, moment});
  if (op.body == nullptr) {
    fail(EvaluationFault::unsupported, "The operator " + op.name + " is declared RECURSIVE but not defined.");
  }
  const CallUnderWay under_way;
  try {
    if (op.parameters.empty()) {
      if (const Binding* binding = env.find(&op)) return force(*binding->thunk, moment);
      if (op.level == Level::constant && !op.in_let) return constant_definition(op);
    }
    return evaluate(*op.body, call_environment(op.parameters, e.operands, env), moment);
  } catch (EvaluationError& error) {
    error.called_from({op.name, e.span});
    throw;
  }
}

Value Evaluator::constant_definition(const Operator& op) {
  const auto known = constants_.find(&op);
  if (known != constants_.end()) {
    if (const auto* error = std::get_if<EvaluationError>(&known->second)) throw EvaluationError(*error);
    return std::get<Value>(known->second);
  }
  try {
    Value value = evaluate(*op.body, Environment(), no_state_);
    constants_.emplace(&op, value);
    return value;
  } catch (const EvaluationError& error) {
    if (error.fault() != EvaluationFault::recursion_too_deep) constants_.emplace(&op, error);
    throw;
  }
}

bool Evaluator::changed(const Expr& e, const Environment& env, const Moment& moment) {
  const Value before = evaluate(e, env, moment);
  return !equal(before, evaluate(e, env, after(moment)));
}

std::uint64_t Evaluator::digest_of(const std::shared_ptr<const State>& state) {
  if (digested_ != state) {
    digest_ = 0;
    for (const Value& value : *state) digest_ = fold_text(digest_, text(value));
    digested_ = state;
  }
  return digest_;
}

std::uint64_t Evaluator::next_draw(const Span& place, const Moment& moment) {
  std::uint64_t digest = 0;
  if (moment->current) {
    digest = digest_of(moment->current);
    if (run_.behaviour_number)
      digest = digest_in_behaviour(digest, *run_.behaviour_number, static_cast<std::uint64_t>(run_.level));
  }
  const std::uint64_t number = draws_[{place.source, place.begin, place.end}]++;
  return draw(options_.seed, place, digest, number);
}

}  // namespace synod::reference
