// Tuples, sets and records by their parts, and EXCEPT.
#include "reference/evaluator.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using semantics::Expr;

Elements Evaluator::operands(const Expr& e, const Environment& env, const Moment& moment) {
  Elements values;
  for (const Expr* operand : e.operands) values.push_back(evaluate(*operand, env, moment));
  return values;
}

std::vector<std::pair<std::string, Value>> Evaluator::fields(const Expr& e, const Environment& env,
                                                             const Moment& moment) {
  std::vector<std::pair<std::string, Value>> result;
  for (std::size_t i = 0; i < e.fields.size(); ++i) {
    result.emplace_back(e.fields[i], evaluate(*e.operands[i], env, moment));
  }
  return result;
}

namespace {

/// The value of f at a path, undefined when a point on the way is outside the domain.
Value at_path(const Value& f, const Elements& path) {
  Value value = f;
  for (const Value& point : path) {
    if (!value.is(ValueKind::function)) {
      fail(EvaluationFault::not_a_function,
           "Attempted to apply EXCEPT construct to the value " + text(value) + ".");
    }
    value = find(value, point);
    if (!value.defined()) return value;
  }
  return value;
}

Value with_path(const Value& f, const Elements& path, std::size_t depth, const Value& value) {
  if (depth == path.size()) return value;
  return updated(f, path[depth], with_path(find(f, path[depth]), path, depth + 1, value));
}

}  // namespace

Value Evaluator::except(const Expr& e, const Environment& env, const Moment& moment) {
  Value result = evaluate(*e.operands[0], env, moment);
  for (const semantics::Update& update : e.updates) {
    Elements path;
    for (const Expr* index : update.path) path.push_back(evaluate(*index, env, moment));
    const Value old = at_path(result, path);
    if (!old.defined()) {
      if (options_.warn)
        options_.warn("The EXCEPT was applied to a point outside the function's domain.", update.span);
      continue;
    }
    const Value value = evaluate(*update.value, env.with_value(update.at, old), moment);
    result = with_path(result, path, 0, value);
  }
  return result;
}

}  // namespace synod::reference
