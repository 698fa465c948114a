// Functions and FiniteSetsExt, natively.
#include <algorithm>

#include "program/native.hpp"

namespace synod::program {

using semantics::Native;

namespace {

Value function_operand(const Node& node, Frame& f, Value v, EvaluationFault fault) {
  if (!values::is_function(v.kind()))
    node.fail(fault, "A function was expected, but the value is " + values::to_string(v) + ".");
  return component(*f.context, v);
}

Value set_operand(const Node& node, Frame& f, Value v, EvaluationFault fault) {
  if (!values::is_set(v.kind()))
    node.fail(fault, "A set was expected, but the value is " + values::to_string(v) + ".");
  return component(*f.context, v);
}

Value range_of_function(const Node& node, Frame& f, std::span<const Value> a) {
  return values::make_set(f.context->arena,
                          values::range_of(function_operand(node, f, a[0], EvaluationFault::not_a_function)));
}

Value is_injective(const Node& node, Frame& f, std::span<const Value> a) {
  const Value function = function_operand(node, f, a[0], EvaluationFault::argument);
  const Value range = values::make_set(f.context->arena, values::range_of(function));
  return Value::boolean(values::size(range) == values::size(function));
}

Value anti_function(const Node& node, Frame& f, std::span<const Value> a) {
  values::Arena& arena = f.context->arena;
  const Value function = function_operand(node, f, a[0], EvaluationFault::argument);
  std::vector<std::pair<Value, Value>> pairs;
  for (std::size_t i = 0; i < values::size(function); ++i)
    pairs.emplace_back(values::range_of(function)[i], values::domain_point(function, i));
  std::ranges::sort(pairs,
                    [](const auto& x, const auto& y) { return values::compare(x.first, y.first) < 0; });
  std::vector<Value> points;
  std::vector<Value> range;
  for (const auto& [point, value] : pairs) {
    if (!points.empty() && values::equal(points.back(), point))
      node.fail(EvaluationFault::duplicate_domain, "AntiFunction was applied to a function with the value " +
                                                       values::to_string(point) + " at several points:\n" +
                                                       values::to_string(function));
    points.push_back(point);
    range.push_back(value);
  }
  return values::make_function(arena, values::make_sorted_set(arena, points), range);
}

/// The elements of a set of integers, which is not empty; they are sorted.
std::span<const Value> integers(const Node& node, Frame& f, Value v) {
  const auto all = values::elements(set_operand(node, f, v, EvaluationFault::not_a_set));
  if (all.empty())
    node.fail(EvaluationFault::no_witness, "The empty set has no greatest and no least element.");
  for (const Value e : all) {
    if (!e.is_integer())
      node.fail(EvaluationFault::argument,
                "A set of integers was expected, but one element is " + values::to_string(e) + ".");
  }
  return all;
}

/// The bounds of an interval say it without its elements.
bool is_nonempty_interval(Value v) {
  return v.kind() == Kind::interval && (*v.as_object())[0].as_integer() <= (*v.as_object())[1].as_integer();
}

Value greatest(const Node& node, Frame& f, std::span<const Value> a) {
  return is_nonempty_interval(a[0]) ? (*a[0].as_object())[1] : integers(node, f, a[0]).back();
}

Value least(const Node& node, Frame& f, std::span<const Value> a) {
  return is_nonempty_interval(a[0]) ? (*a[0].as_object())[0] : integers(node, f, a[0]).front();
}

/// The combinations of k elements in lexicographic order, which is that of values.
Value combinations(const Node& node, Frame& f, std::span<const Value> items, std::size_t k) {
  values::Arena& arena = f.context->arena;
  std::vector<std::size_t> at(k);
  for (std::size_t i = 0; i < k; ++i) at[i] = i;
  std::vector<Value> chosen(k);
  std::vector<Value> all;
  for (;;) {
    evaluation_step();
    for (std::size_t i = 0; i < k; ++i) chosen[i] = items[at[i]];
    if (all.size() == values::max_elements)
      node.fail(EvaluationFault::too_large, "There are more than " + std::to_string(values::max_elements) +
                                                " subsets with " + std::to_string(k) + " elements.");
    all.push_back(values::make_sorted_set(arena, chosen));
    std::size_t i = k;
    while (i > 0 && at[i - 1] == items.size() - k + i - 1) --i;
    if (i == 0) break;
    ++at[i - 1];
    for (; i < k; ++i) at[i] = at[i - 1] + 1;
  }
  return values::make_sorted_set(arena, all);
}

Value k_subset(const Node& node, Frame& f, std::span<const Value> a) {
  const auto items = values::elements(set_operand(node, f, a[1], EvaluationFault::argument));
  if (!a[0].is_integer())
    node.fail(EvaluationFault::argument,
              "The first argument of kSubset must be an integer, but it is " + values::to_string(a[0]) + ".");
  const std::int64_t k = a[0].as_integer();
  if (k < 0 || static_cast<std::uint64_t>(k) > items.size()) return values::empty_set();
  return combinations(node, f, items, static_cast<std::size_t>(k));
}

}  // namespace

NativeFunction collection_function(Native native) {
  switch (native) {
    case Native::range_of:
      return range_of_function;
    case Native::is_injective:
      return is_injective;
    case Native::anti_function:
      return anti_function;
    case Native::greatest:
      return greatest;
    case Native::least:
      return least;
    case Native::k_subset:
      return k_subset;
    default:
      return nullptr;
  }
}

}  // namespace synod::program
