// Bags, natively: functions from elements to positive integers.
#include <algorithm>

#include "program/native.hpp"
#include "program/number_nodes.hpp"

namespace synod::program {

using semantics::Native;

namespace {

bool is_bag(Value v) {
  if (!values::is_function(v.kind())) return false;
  return std::ranges::all_of(values::range_of(v),
                             [](Value n) { return n.is_integer() && n.as_integer() > 0; });
}

Value bag_operand(const Node& node, Frame& f, Value v) {
  const Value b = values::is_function(v.kind()) ? component(*f.context, v) : v;
  if (!is_bag(b))
    node.fail(EvaluationFault::argument,
              "A bag was expected, but the value is " + values::to_string(v) + ".");
  return b;
}

Value set_operand(const Node& node, Frame& f, Value v) {
  if (!values::is_set(v.kind()))
    node.fail(EvaluationFault::argument,
              "A set was expected, but the value is " + values::to_string(v) + ".");
  return component(*f.context, v);
}

std::int64_t copies(Value bag, Value element) {
  if (values::size(bag) == 0) return 0;
  const std::ptrdiff_t i = values::find_point(bag, element);
  return i < 0 ? 0 : values::range_of(bag)[static_cast<std::size_t>(i)].as_integer();
}

std::int64_t checked_sum(const Node& node, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  if (__builtin_add_overflow(a, b, &result)) fail_overflow(node, a, " + ", b);
  return result;
}

Value elements_of(Frame& f, Value bag) {
  return values::expand(f.context->arena, values::domain_of(f.context->arena, bag));
}

/// The bag with `count(element)` copies of every element of a set, those with none left out.
template <class Count>
Value collect(Frame& f, Value candidates, Count&& count) {
  std::vector<Value> kept;
  std::vector<Value> numbers;
  for (const Value e : values::elements(candidates)) {
    const std::int64_t n = count(e);
    if (n <= 0) continue;
    kept.push_back(e);
    numbers.push_back(values::make_integer(f.context->arena, n));
  }
  values::Arena& arena = f.context->arena;
  return values::make_function(arena, values::make_sorted_set(arena, kept), numbers);
}

Value sum(const Node& node, Frame& f, Value a, Value b) {
  return collect(f, values::set_union(f.context->arena, elements_of(f, a), elements_of(f, b)),
                 [&](Value e) { return checked_sum(node, copies(a, e), copies(b, e)); });
}

Value empty_bag(const Node&, Frame&, std::span<const Value>) { return values::empty_tuple(); }

Value is_a_bag(const Node&, Frame& f, std::span<const Value> a) {
  return Value::boolean(values::is_function(a[0].kind()) && is_bag(component(*f.context, a[0])));
}

Value bag_cardinality(const Node& node, Frame& f, std::span<const Value> a) {
  std::int64_t n = 0;
  for (const Value v : values::range_of(bag_operand(node, f, a[0]))) n = checked_sum(node, n, v.as_integer());
  return values::make_integer(f.context->arena, n);
}

Value bag_in(const Node& node, Frame& f, std::span<const Value> a) {
  return Value::boolean(copies(bag_operand(node, f, a[1]), component(*f.context, a[0])) > 0);
}

Value copies_in(const Node& node, Frame& f, std::span<const Value> a) {
  return values::make_integer(f.context->arena,
                              copies(bag_operand(node, f, a[1]), component(*f.context, a[0])));
}

Value bag_cup(const Node& node, Frame& f, std::span<const Value> a) {
  return sum(node, f, bag_operand(node, f, a[0]), bag_operand(node, f, a[1]));
}

Value bag_diff(const Node& node, Frame& f, std::span<const Value> a) {
  const Value x = bag_operand(node, f, a[0]);
  const Value y = bag_operand(node, f, a[1]);
  return collect(f, elements_of(f, x), [&](Value e) { return copies(x, e) - copies(y, e); });
}

Value bag_union(const Node& node, Frame& f, std::span<const Value> a) {
  Value total = values::empty_tuple();
  const Value bags = set_operand(node, f, a[0]);
  for (const Value b : values::elements(bags)) total = sum(node, f, total, bag_operand(node, f, b));
  return total;
}

Value sqsubseteq(const Node& node, Frame& f, std::span<const Value> a) {
  const Value x = bag_operand(node, f, a[0]);
  const Value y = bag_operand(node, f, a[1]);
  const Value domain = elements_of(f, x);
  return Value::boolean(
      std::ranges::all_of(values::elements(domain), [&](Value e) { return copies(x, e) <= copies(y, e); }));
}

Value bag_to_set(const Node& node, Frame& f, std::span<const Value> a) {
  return elements_of(f, bag_operand(node, f, a[0]));
}

Value set_to_bag(const Node& node, Frame& f, std::span<const Value> a) {
  return collect(f, set_operand(node, f, a[0]), [](Value) { return std::int64_t{1}; });
}

}  // namespace

NativeFunction bag_function(Native native) {
  switch (native) {
    case Native::empty_bag:
      return empty_bag;
    case Native::is_a_bag:
      return is_a_bag;
    case Native::bag_cardinality:
      return bag_cardinality;
    case Native::bag_in:
      return bag_in;
    case Native::copies_in:
      return copies_in;
    case Native::bag_cup:
      return bag_cup;
    case Native::bag_diff:
      return bag_diff;
    case Native::bag_union:
      return bag_union;
    case Native::sqsubseteq:
      return sqsubseteq;
    case Native::bag_to_set:
      return bag_to_set;
    case Native::set_to_bag:
      return set_to_bag;
    default:
      return nullptr;
  }
}

}  // namespace synod::program
