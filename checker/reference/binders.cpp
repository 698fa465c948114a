// Junctions, quantifiers, CHOOSE, comprehensions and function constructors.
#include "base/failure.hpp"
#include "base/stack.hpp"
#include "reference/evaluator.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using semantics::Bound;
using semantics::Expr;
using semantics::Kind;

Value Evaluator::conjunction(const Expr& e, const Environment& env, const Moment& moment) {
  for (const Expr* item : e.operands) {
    if (!holds(*item, env, moment, "a formula in a conjunction")) return Value::boolean(false);
  }
  return Value::boolean(true);
}

Value Evaluator::disjunction(const Expr& e, const Environment& env, const Moment& moment) {
  for (const Expr* item : e.operands) {
    if (holds(*item, env, moment, "a formula in a disjunction")) return Value::boolean(true);
  }
  return Value::boolean(false);
}

const Expr& Evaluator::case_arm(const Expr& e, const Environment& env, const Moment& moment) {
  const std::size_t pairs = e.operands.size() / 2;
  for (std::size_t i = 0; i < pairs; ++i) {
    if (holds(*e.operands[2 * i], env, moment, "a condition of a CASE")) return *e.operands[2 * i + 1];
  }
  if (e.has_other) return *e.operands.back();
  fail(EvaluationFault::no_case, "Attempted to evaluate a CASE with no conditions true.");
}

Environment Evaluator::bind(const Bound& bound, const Value& element, const Environment& env) const {
  if (!bound.tuple) return env.with_value(bound.symbols[0], element);
  Elements parts;
  if (!as_tuple(element, parts) || parts.size() != bound.symbols.size()) {
    std::string pattern;
    for (const semantics::Symbol* symbol : bound.symbols)
      pattern += (pattern.empty() ? "" : ", ") + symbol->name;
    fail(EvaluationFault::not_a_function,
         "Argument mismatch: attempted to bind <<" + pattern + ">> to the value\n" + text(element));
  }
  Environment result = env;
  for (std::size_t i = 0; i < parts.size(); ++i) result = result.with_value(bound.symbols[i], parts[i]);
  return result;
}

bool Evaluator::visit_bindings(const std::vector<Bound>& bounds, const Environment& env, const Moment& moment,
                               const std::string& construct, const VisitEnvironment& visit) {
  Elements sets;
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    if (bounds[i].set == nullptr) {
      fail(EvaluationFault::unbounded, "TLC attempted to evaluate an unbounded " + construct +
                                           ".\nMake sure that the expression is of form " + construct +
                                           " x \\in S: P(x).");
    }
    if (i > 0 && bounds[i].set == bounds[i - 1].set) {
      sets.push_back(sets.back());
      continue;
    }
    Value set = evaluate(*bounds[i].set, env, moment);
    if (!set.is(ValueKind::set) || (!is_finite(set) && !lacks_a_factor(set))) {
      throw EvaluationError(
          set.is(ValueKind::set) ? EvaluationFault::infinite_set : EvaluationFault::not_a_set,
          "TLC encountered a non-enumerable quantifier bound\n" + text(set) + ".", bounds[i].set->span);
    }
    sets.push_back(std::move(set));
  }
  // The last bound is the outermost loop: the first varies fastest.
  const std::function<bool(std::size_t, const Environment&)> loop = [&](std::size_t left,
                                                                        const Environment& inner) {
    if (left == 0) return visit(inner);
    return visit_elements(sets[left - 1], [&](const Value& element) {
      return loop(left - 1, bind(bounds[left - 1], element, inner));
    });
  };
  return loop(bounds.size(), env);
}

Value Evaluator::quantifier(const Expr& e, const Environment& env, const Moment& moment) {
  const bool witness = e.kind == Kind::exists;
  const std::string construct = witness ? "\\E" : "\\A";
  const bool found = visit_bindings(e.bounds, env, moment, construct, [&](const Environment& inner) {
    return holds(*e.operands[0], inner, moment, "the body of a quantifier") == witness;
  });
  return Value::boolean(found == witness);
}

Value Evaluator::choose(const Expr& e, const Environment& env, const Moment& moment) {
  const Bound& bound = e.bounds[0];
  if (bound.set == nullptr) {
    fail(EvaluationFault::unbounded,
         "TLC attempted to evaluate an unbounded CHOOSE.\nMake sure that the expression is of "
         "form CHOOSE x \\in S: P(x).");
  }
  const Value set = evaluate(*bound.set, env, moment);
  if (!set.is(ValueKind::set) || !is_finite(set)) {
    fail(set.is(ValueKind::set) ? EvaluationFault::infinite_set : EvaluationFault::not_a_set,
         "Attempted to compute the value of an expression of\nform CHOOSE x \\in S: P, but S was not "
         "enumerable:\n" +
             text(set));
  }
  Value chosen;
  visit_elements(set, [&](const Value& element) {
    if (!holds(*e.operands[0], bind(bound, element, env), moment, "the predicate of a CHOOSE")) return false;
    chosen = element;
    return true;
  });
  if (chosen.defined()) return chosen;
  fail(EvaluationFault::no_witness,
       "Attempted to compute the value of an expression of form\nCHOOSE x \\in S: P, but no "
       "element of S satisfied P.");
}

Value Evaluator::filter(const Expr& e, const Environment& env, const Moment& moment) {
  const Bound& bound = e.bounds[0];
  const Value set = evaluate(*bound.set, env, moment);
  require_set(set, "{x \\in S : P}");
  const auto predicate = [this, &e, &bound, env, moment](const Value& element) {
    return holds(*e.operands[0], bind(bound, element, env), moment, "the predicate P of {x \\in S : P}");
  };
  if (!is_literal(set)) return filter_set(set, predicate);
  Elements kept;
  visit_elements(set, [&](const Value& element) {
    if (predicate(element)) kept.push_back(element);
    check_room(kept);
    return false;
  });
  return Value::set(std::move(kept));
}

bool Evaluator::in_filter(const Value& element, const Expr& e, const Environment& env, const Moment& moment) {
  const Bound& bound = e.bounds[0];
  return member(element, evaluate(*bound.set, env, moment)) &&
         holds(*e.operands[0], bind(bound, element, env), moment, "the predicate P of {x \\in S : P}");
}

Value Evaluator::map(const Expr& e, const Environment& env, const Moment& moment) {
  Elements values;
  visit_bindings(e.bounds, env, moment, "{e : x \\in S}", [&](const Environment& inner) {
    values.push_back(evaluate(*e.operands[0], inner, moment));
    if (static_cast<std::int64_t>(values.size()) > largest_set) {
      values = Value::set(std::move(values)).as_set().parts;  // without duplicates
      check_room(values);
    }
    return false;
  });
  return Value::set(std::move(values));
}

Value Evaluator::function(const Expr& e, const Environment& env, const Moment& moment) {
  auto f = std::make_shared<Function>();
  Elements domains;
  for (const Bound& bound : e.bounds) {
    domains.push_back(evaluate(*bound.set, env, moment));
    require_set(domains.back(), "[x \\in S |-> e]");
  }
  f->domain = domains.size() == 1 ? domains[0] : domain_of_bounds(std::move(domains));
  // A rule that named its own function by a shared pointer would keep it alive for ever.
  const std::weak_ptr<const Function> self = f;
  f->rule = [this, &e, env, moment, self](const Value& x) {
    const CallUnderWay under_way;
    Environment inner = env;
    if (e.self != nullptr) {
      const auto alive = self.lock();
      require(alive != nullptr, "a function exists while it is applied");
      inner = inner.with_value(e.self, Value::function(alive));
    }
    if (e.bounds.size() == 1) return evaluate(*e.operands[0], bind(e.bounds[0], x, inner), moment);
    Elements parts;
    require(as_tuple(x, parts) && parts.size() == e.bounds.size(), "a point of a product is a tuple");
    for (std::size_t i = 0; i < parts.size(); ++i) inner = bind(e.bounds[i], parts[i], inner);
    return evaluate(*e.operands[0], inner, moment);
  };
  return Value::function(std::shared_ptr<const Function>(std::move(f)));
}

}  // namespace synod::reference
