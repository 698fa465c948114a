// The TLC module: building functions, printing, assertions.
#include <algorithm>
#include <chrono>

#include "program/code.hpp"
#include "program/native.hpp"

namespace synod::program {

using semantics::Native;

namespace {

Value colon_greater(const Node&, Frame& f, std::span<const Value> a) {
  values::Arena& arena = f.context->arena;
  const Value point = component(*f.context, a[0]);
  const Value value = part(*f.context, a[1]);
  return values::make_function(arena, values::make_sorted_set(arena, {&point, 1}), {&value, 1});
}

Value function_operand(const Node& node, Frame& f, Value v) {
  if (!values::is_function(v.kind())) {
    node.fail(EvaluationFault::argument,
              "A function was expected, but the value is " + values::to_string(v) + ".");
  }
  return component(*f.context, v);
}

/// f @@ g: both functions; where both are defined, f.
Value at_at(const Node& node, Frame& f, std::span<const Value> a) {
  values::Arena& arena = f.context->arena;
  const Value left = function_operand(node, f, a[0]);
  const Value right = function_operand(node, f, a[1]);
  const Value left_domain = values::expand(arena, values::domain_of(arena, left));
  const Value right_domain = values::expand(arena, values::domain_of(arena, right));
  const Value domain = values::set_union(arena, left_domain, right_domain);
  std::vector<Value> range;
  for (const Value point : values::elements(domain)) {
    const std::ptrdiff_t i = values::size(left) == 0 ? -1 : values::find_point(left, point);
    range.push_back(
        i >= 0 ? values::range_of(left)[static_cast<std::size_t>(i)]
               : values::range_of(right)[static_cast<std::size_t>(values::find_point(right, point))]);
  }
  return values::make_function(arena, domain, range);
}

Value permutations(const Node& node, Frame& f, std::span<const Value> a) {
  values::Arena& arena = f.context->arena;
  if (!values::is_set(a[0].kind()) || !values::is_finite(a[0]))
    node.fail(EvaluationFault::argument,
              "A set was expected, but the value is " + values::to_string(a[0]) + ".");
  const Value set = component(*f.context, a[0]);
  const auto items = values::elements(set);
  if (items.size() > 10)
    node.fail(EvaluationFault::too_large,
              "Permutations of " + std::to_string(items.size()) + " elements are too many.");
  std::vector<std::size_t> order(items.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::vector<Value> all;
  std::vector<Value> range(items.size());
  do {
    evaluation_step();
    for (std::size_t i = 0; i < order.size(); ++i) range[i] = items[order[i]];
    all.push_back(values::make_function(arena, set, range));
  } while (std::ranges::next_permutation(order).found);
  return values::make_set(arena, all);
}

/// The text of a value; of what is infinite, that of how it is made.
std::string text(const Node& node, Frame& f, Value v) {
  if (v.kind() == Kind::lazy_function && !values::is_finite((*v.as_object())[0]))
    return "[x \\in " + values::to_string((*v.as_object())[0]) + " |-> <expression>]";
  const bool named = values::is_set(v.kind()) && v.kind() != Kind::lazy_difference &&
                     v.kind() < Kind::lazy_filter && !values::is_finite(v);  // Nat prints as Nat
  return values::to_string(named ? v : node.placed([&] { return component(*f.context, v); }));
}

Value print(const Node& node, Frame& f, std::span<const Value> a) {
  const std::string first = text(node, f, a[0]);
  f.context->code.print(a.size() == 1 ? first : first + "  " + text(node, f, a[1]));
  return a.size() == 1 ? Value::boolean(true) : a[1];
}

/// As in TLC, everything but TRUE fails.
Value assert_that(const Node& node, Frame&, std::span<const Value> a) {
  if (a[0].is_boolean() && a[0].as_boolean()) return a[0];
  node.fail(EvaluationFault::assertion, a[1].is_string() ? a[1].text() : values::to_string(a[1]));
}

Value java_time(const Node&, Frame&, std::span<const Value>) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return Value::small_integer(std::chrono::duration_cast<std::chrono::seconds>(now).count() & 0x7fffffff);
}

Value to_string(const Node& node, Frame& f, std::span<const Value> a) {
  return Value::string(values::atoms().string(text(node, f, a[0])));
}

Value tlc_eval(const Node&, Frame& f, std::span<const Value> a) {
  if (values::is_set(a[0].kind()) && !values::is_finite(a[0])) return a[0];
  return component(*f.context, a[0]);
}

Value tlc_model_value(const Node& node, Frame&, std::span<const Value> a) {
  if (!a[0].is_string())
    node.fail(EvaluationFault::argument, "The argument of TLCModelValue must be a string.");
  return Value::model_value(values::atoms().model_value(a[0].text()));
}

}  // namespace

NativeFunction tlc_function(Native native) {
  switch (native) {
    case Native::colon_greater:
      return colon_greater;
    case Native::at_at:
      return at_at;
    case Native::permutations:
      return permutations;
    case Native::print:
    case Native::print_t:
      return print;
    case Native::assert_that:
      return assert_that;
    case Native::java_time:
      return java_time;
    case Native::to_string:
      return to_string;
    case Native::tlc_eval:
      return tlc_eval;
    case Native::tlc_model_value:
      return tlc_model_value;
    default:
      return nullptr;
  }
}

}  // namespace synod::program
