// Folds and searches: operators of FiniteSetsExt, Functions, SequencesExt and BagsExt that take operators.
#include <algorithm>

#include "reference/natives.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using semantics::Native;

namespace {

Elements sequence(const Value& value, std::size_t i, const std::string& op) {
  Elements elements;
  if (!as_tuple(value, elements)) fail_argument(EvaluationFault::not_a_sequence, i, op, "sequence", value);
  return elements;
}

const Pairs& function(const Value& f, std::size_t i, const std::string& op) {
  if (!f.is(ValueKind::function)) fail_argument(EvaluationFault::argument, i, op, "function", f);
  return pairs_of(f);
}

/// 1, 2, ..., as many as there are elements.
Elements positions(const Elements& elements) {
  Elements result;
  for (std::size_t i = 1; i <= elements.size(); ++i)
    result.push_back(Value::integer(static_cast<std::int64_t>(i)));
  return result;
}

/// op(item, what came before) for one item after the other.
Value fold(const NativeCall& call, Value result, const Elements& items) {
  for (const Value& item : items) result = call.call(0, {item, result});
  return result;
}

/// op(what came before, item).
Value fold_left(const NativeCall& call, Value result, const Elements& items) {
  for (const Value& item : items) result = call.call(0, {result, item});
  return result;
}

Value fold_set(const NativeCall& call) {
  Value base = call.argument(1);
  const Value set = call.argument(2);
  require_set(set, "FoldSet(op, base, S)");
  return fold(call, std::move(base), elements_of(set));
}

Value fold_function(const NativeCall& call) {
  Value base = call.argument(1);
  const Value f = call.argument(2);
  Elements items;
  for (const auto& pair : function(f, 2, "FoldFunction")) items.push_back(pair.second);
  return fold(call, std::move(base), items);
}

Value fold_function_on_set(const NativeCall& call) {
  Value result = call.argument(1);
  const Value f = call.argument(2);
  const Value points = call.argument(3);
  if (!f.is(ValueKind::function))
    fail_argument(EvaluationFault::argument, 2, "FoldFunctionOnSet", "function", f);
  if (!points.is(ValueKind::set))
    fail_argument(EvaluationFault::argument, 3, "FoldFunctionOnSet", "set", points);
  for (const Value& point : elements_of(points)) result = call.call(0, {apply(f, point), result});
  return result;
}

Value fold_bag(const NativeCall& call) {
  Value result = call.argument(1);
  const Value bag = call.argument(2);
  for (const auto& [element, copies] : function(bag, 2, "FoldBag")) {
    if (!copies.is(ValueKind::integer) || copies.as_integer() <= 0)
      fail_argument(EvaluationFault::argument, 2, "FoldBag", "bag", bag);
    for (std::int64_t n = 0; n < copies.as_integer(); ++n) result = call.call(0, {result, element});
  }
  return result;
}

Value fold_sequence(Native native, const NativeCall& call) {
  const bool from_left = native == Native::fold_left || native == Native::fold_left_domain;
  const bool of_positions = native == Native::fold_left_domain || native == Native::fold_right_domain;
  Value base = call.argument(from_left ? 1 : 2);
  Elements items = sequence(call.argument(from_left ? 2 : 1), from_left ? 2 : 1, "a fold");
  if (of_positions) items = positions(items);
  if (from_left) return fold_left(call, std::move(base), items);
  std::reverse(items.begin(), items.end());
  return fold(call, std::move(base), items);
}

bool test(const NativeCall& call, std::size_t i, const Value& element, const std::string& op,
          EvaluationFault fault = EvaluationFault::argument) {
  const Value result = call.call(i, {element});
  if (!result.is(ValueKind::boolean)) {
    fail(fault, "The operator passed to " + op + " should give a boolean, but it gave:\n" + text(result));
  }
  return result.as_boolean();
}

Value quantify(const NativeCall& call) {
  const Value set = call.argument(0);
  if (!set.is(ValueKind::set)) fail_argument(EvaluationFault::argument, 0, "Quantify", "set", set);
  std::int64_t count = 0;
  visit_elements(set, [&](const Value& element) {
    if (test(call, 1, element, "Quantify", EvaluationFault::not_boolean)) ++count;
    return false;
  });
  return Value::integer(count);
}

/// The first index in the order given whose element satisfies the test, or 0.
Value first_index(const NativeCall& call, const Elements& elements, const std::vector<std::int64_t>& order) {
  for (const std::int64_t i : order) {
    if (test(call, call.expr.operands.size() - 1, elements[static_cast<std::size_t>(i - 1)], "a selection"))
      return Value::integer(i);
  }
  return Value::integer(0);
}

std::int64_t index(const NativeCall& call, std::size_t i) {
  const Value value = call.argument(i);
  if (!value.is(ValueKind::integer))
    fail_argument(EvaluationFault::not_integer, i, "a selection", "index", value);
  return value.as_integer();
}

Value select_index(const NativeCall& call, bool last) {
  const Elements elements = sequence(call.argument(0), 0, "a selection");
  std::int64_t from = 1;
  auto to = static_cast<std::int64_t>(elements.size());
  if (call.expr.operands.size() == 4) {
    from = index(call, 1);
    to = index(call, 2);
    if (from <= to && (from < 1 || to > static_cast<std::int64_t>(elements.size()))) {
      fail(EvaluationFault::argument, "The elements from " + std::to_string(from) + " to " +
                                          std::to_string(to) + " are not all in the sequence.");
    }
  }
  std::vector<std::int64_t> order;
  for (std::int64_t i = from; i <= to; ++i) order.push_back(i);
  if (last) std::reverse(order.begin(), order.end());
  return first_index(call, elements, order);
}

Value remove_first_match(const NativeCall& call) {
  Elements elements = sequence(call.argument(0), 0, "RemoveFirstMatch");
  for (auto it = elements.begin(); it != elements.end(); ++it) {
    if (!test(call, 1, *it, "RemoveFirstMatch")) continue;
    elements.erase(it);
    break;
  }
  return Value::tuple(std::move(elements));
}

}  // namespace

Value fold_native(Native native, const NativeCall& call) {
  switch (native) {
    case Native::fold_set:
      return fold_set(call);
    case Native::fold_function:
      return fold_function(call);
    case Native::fold_function_on_set:
      return fold_function_on_set(call);
    case Native::fold_bag:
      return fold_bag(call);
    case Native::fold_left:
    case Native::fold_right:
    case Native::fold_left_domain:
    case Native::fold_right_domain:
      return fold_sequence(native, call);
    case Native::quantify:
      return quantify(call);
    case Native::select_in_seq:
    case Native::select_in_subseq:
      return select_index(call, false);
    case Native::select_last_in_seq:
    case Native::select_last_in_subseq:
      return select_index(call, true);
    case Native::remove_first_match:
      return remove_first_match(call);
    default:
      return {};
  }
}

}  // namespace synod::reference
