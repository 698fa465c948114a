#include "trace/convert.hpp"

#include <algorithm>
#include <vector>

#include "base/failure.hpp"
#include "reference/set.hpp"

namespace synod::trace {
namespace {

using values::Arena;
using values::Kind;
using Plain = reference::Value;

reference::Elements all_to_reference(std::span<const values::Value> values) {
  reference::Elements elements;
  elements.reserve(values.size());
  for (const values::Value v : values) elements.push_back(to_reference(v));
  return elements;
}

Plain function_to_reference(values::Value f) {
  const std::span<const values::Value> range = values::range_of(f);
  reference::Pairs pairs;
  pairs.reserve(range.size());
  for (std::size_t i = 0; i < range.size(); ++i) {
    pairs.emplace_back(to_reference(values::domain_point(f, i)), to_reference(range[i]));
  }
  return Plain::function(std::move(pairs));
}

values::Value set_from_reference(Arena& arena, const Plain& value) {
  std::vector<values::Value> elements;
  for (const Plain& element : reference::elements_of(value))
    elements.push_back(from_reference(arena, element));
  return values::make_set(arena, elements);
}

values::Value function_from_reference(Arena& arena, const Plain& value) {
  const reference::Pairs& pairs = reference::pairs_of(value);
  if (pairs.empty()) return values::empty_tuple();
  std::vector<std::pair<values::Value, values::Value>> converted;
  for (const auto& [key, v] : pairs)
    converted.emplace_back(from_reference(arena, key), from_reference(arena, v));
  std::sort(converted.begin(), converted.end(),
            [](const auto& a, const auto& b) { return values::compare(a.first, b.first) < 0; });
  std::vector<values::Value> keys, range;
  for (const auto& [key, v] : converted) {
    keys.push_back(key);
    range.push_back(v);
  }
  return values::make_function(arena, values::make_sorted_set(arena, keys), range);
}

}  // namespace

Plain to_reference(values::Value value) {
  switch (value.kind()) {
    case Kind::none:
      return {};
    case Kind::boolean:
      return Plain::boolean(value.as_boolean());
    case Kind::integer:
      return Plain::integer(value.as_integer());
    case Kind::string:
      return Plain::string(value.text());
    case Kind::model_value:
      return Plain::model_value({value.text(), values::atoms().get(value.as_atom()).order});
    case Kind::set:
      return Plain::set(all_to_reference(values::elements(value)));
    case Kind::tuple:
      return Plain::tuple(all_to_reference(values::range_of(value)));
    case Kind::function:
      return function_to_reference(value);
    default:
      throw InternalError("a state holds a value that is not explicit");
  }
}

reference::State to_reference(std::span<const values::Value> state) { return all_to_reference(state); }

values::Value from_reference(Arena& arena, const Plain& value) {
  switch (value.kind()) {
    case reference::ValueKind::undefined:
      return {};
    case reference::ValueKind::boolean:
      return values::Value::boolean(value.as_boolean());
    case reference::ValueKind::integer:
      return values::make_integer(arena, value.as_integer());
    case reference::ValueKind::string:
      return values::Value::string(values::atoms().string(value.as_string()));
    case reference::ValueKind::model_value:
      return values::Value::model_value(values::atoms().model_value(value.as_model_value().name));
    case reference::ValueKind::set:
      return set_from_reference(arena, value);
    case reference::ValueKind::function:
      return function_from_reference(arena, value);
  }
  throw InternalError("an unknown kind of reference value");
}

reference::ActionLabel to_reference(const program::ActionLabel& label) {
  reference::ActionLabel converted{label.name, {}, label.span, label.parameters};
  for (const values::Value argument : label.arguments) converted.arguments.push_back(to_reference(argument));
  return converted;
}

std::vector<reference::Step> to_reference(const std::vector<program::TraceStep>& trace) {
  std::vector<reference::Step> steps;
  for (const program::TraceStep& step : trace)
    steps.push_back({to_reference(step.state), to_reference(step.label)});
  return steps;
}

}  // namespace synod::trace
