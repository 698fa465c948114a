// RandomElement and RandomSubset, as base/random.hpp defines them.
#include "base/random.hpp"
#include "reference/natives.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using semantics::Native;

namespace {

std::uint64_t next(const NativeCall& call) { return call.evaluator.next_draw(call.expr.span, call.moment); }

Value random_element(const Value& s, const NativeCall& call) {
  if (!s.is(ValueKind::set) || !is_finite(s)) {
    fail(EvaluationFault::not_a_set,
         "Applying RandomElement to the following value,\nwhich is not a finite set:\n" + text(s));
  }
  const Set& set = s.as_set();
  if (set.form == SetForm::functions) {
    Pairs pairs;
    for (const Value& x : elements_of(set.parts[0]))
      pairs.emplace_back(x, random_element(set.parts[1], call));
    return Value::function(std::move(pairs));
  }
  if (set.form == SetForm::product) {
    Elements parts;
    for (const Value& part : set.parts) parts.push_back(random_element(part, call));
    return Value::tuple(std::move(parts));
  }
  if (set.form == SetForm::records) {
    std::vector<std::pair<std::string, Value>> fields;
    for (std::size_t i = 0; i < set.fields.size(); ++i) {
      fields.emplace_back(set.fields[i], random_element(set.parts[i], call));
    }
    return Value::record(std::move(fields));
  }
  const std::int64_t size = cardinality(s);
  if (size == 0) fail(EvaluationFault::argument, "RandomElement was applied to the empty set.");
  const std::uint64_t index = below(next(call), static_cast<std::uint64_t>(size));
  if (set.form == SetForm::interval) return Value::integer(set.low + static_cast<std::int64_t>(index));
  return elements_of(s)[index];
}

Value random_subset(const Value& count, const Value& s, const NativeCall& call) {
  if (!count.is(ValueKind::integer) || count.as_integer() < 0) {
    fail_argument(EvaluationFault::argument, 0, "RandomSubset", "nonnegative integer", count);
  }
  if (!s.is(ValueKind::set) || !is_finite(s)) {
    fail_argument(EvaluationFault::not_a_set, 1, "RandomSubset", "finite set", s);
  }
  const Elements& elements = elements_of(s);
  std::uint64_t needed = static_cast<std::uint64_t>(count.as_integer());
  if (needed > elements.size()) {
    fail_argument(EvaluationFault::argument, 0, "RandomSubset", "number up to the size of the set", count);
  }
  Elements chosen;
  for (std::size_t i = 0; i < elements.size() && needed > 0; ++i) {
    if (below(next(call), elements.size() - i) < needed) {
      chosen.push_back(elements[i]);
      --needed;
    }
  }
  return Value::set(std::move(chosen));
}

}  // namespace

Value random_native(Native native, const NativeCall& call) {
  switch (native) {
    case Native::random_element:
      return random_element(call.argument(0), call);
    case Native::random_subset: {
      const Value count = call.argument(0);
      return random_subset(count, call.argument(1), call);
    }
    default:
      return {};
  }
}

}  // namespace synod::reference
