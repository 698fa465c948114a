// Operators of the language: propositional logic, equality, sets, and the temporal ones, which no state can
// evaluate.
#include "reference/natives.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using semantics::Native;

namespace {

bool truth(const NativeCall& call, std::size_t i, const std::string& where) {
  return call.evaluator.holds(*call.expr.operands[i], call.env, call.moment, where);
}

bool equivalent(const NativeCall& call) {
  const bool left = truth(call, 0, "an operand of <=>");
  return left == truth(call, 1, "an operand of <=>");
}

bool equal_arguments(const NativeCall& call) {
  const Value left = call.argument(0);
  return equal(left, call.argument(1));
}

bool member_arguments(const NativeCall& call) {
  const Value element = call.argument(0);
  const semantics::Expr& set = *call.expr.operands[1];
  if (set.kind == semantics::Kind::filter && !set.bounds[0].tuple) {
    return call.evaluator.in_filter(element, set, call.env, call.moment);
  }
  return member(element, call.argument(1));
}

Value domain(const NativeCall& call) {
  const Value f = call.argument(0);
  if (!f.is(ValueKind::function)) {
    fail(EvaluationFault::not_a_function,
         "Attempted to apply the operator DOMAIN to a non-function\n(" + kind_text(f) + "):\n" + text(f));
  }
  return domain_of(f);
}

[[noreturn]] void fail_temporal(const std::string& form) {
  fail(EvaluationFault::unsupported,
       "TLC encountered a temporal formula (" + form + ") when evaluating a predicate or action.");
}

}  // namespace

Value logic_native(Native native, const NativeCall& call) {
  const auto two_sets = [&](auto operation) {
    const Value left = call.argument(0);
    return operation(left, call.argument(1));
  };
  switch (native) {
    case Native::negation:
      return Value::boolean(!truth(call, 0, "the operand of ~"));
    case Native::implies:
      return Value::boolean(!truth(call, 0, "the premise of =>") || truth(call, 1, "the conclusion of =>"));
    case Native::equivalent:
      return Value::boolean(equivalent(call));
    case Native::equal:
      return Value::boolean(equal_arguments(call));
    case Native::not_equal:
      return Value::boolean(!equal_arguments(call));
    case Native::in:
      return Value::boolean(member_arguments(call));
    case Native::not_in:
      return Value::boolean(!member_arguments(call));
    case Native::subseteq:
      return two_sets([](const Value& a, const Value& b) { return Value::boolean(subset_of(a, b)); });
    case Native::set_union:
      return two_sets(set_union);
    case Native::set_intersection:
      return two_sets(set_intersection);
    case Native::set_difference:
      return two_sets(set_difference);
    case Native::powerset:
      return symbolic_set(SetForm::powerset, {call.argument(0)});
    case Native::big_union:
      return big_union(call.argument(0));
    case Native::domain:
      return domain(call);
    case Native::boolean_set:
      return Value::set({Value::boolean(false), Value::boolean(true)});
    case Native::string_set:
      return special_set(SetForm::strings);
    case Native::always:
      fail_temporal("[]A");
    case Native::eventually:
      fail_temporal("<>A");
    case Native::leads_to:
      fail_temporal("a ~> b");
    case Native::while_plus:
      fail_temporal("a -+-> b");
    case Native::action_composition:
      fail(EvaluationFault::unsupported, "The composition of actions, A \\cdot B, is not supported.");
    case Native::unsupported_native:
      fail(EvaluationFault::unsupported, "The operator " +
                                             (call.expr.op != nullptr ? call.expr.op->name : std::string()) +
                                             " is not supported.");
    default:
      return {};
  }
}

}  // namespace synod::reference
