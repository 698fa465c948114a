// RandomElement and the module Randomization, as base/random.hpp defines them.
#include <algorithm>
#include <charconv>
#include <set>

#include "base/random.hpp"
#include "reference/natives.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using semantics::Native;

namespace {

std::uint64_t next(const NativeCall& call) { return call.evaluator.next_draw(call.expr.span, call.moment); }

/// How many elements a set has, if that is below 2^62; else something above.
std::uint64_t estimated_size(const Value& s) {
  constexpr std::uint64_t many = std::uint64_t{1} << 62U;
  const auto times = [](std::uint64_t a, std::uint64_t b) { return b != 0 && a > many / b ? many : a * b; };
  const auto power = [&](std::uint64_t base, std::uint64_t exponent) {
    std::uint64_t result = 1;
    for (std::uint64_t i = 0; i < exponent && result != 0 && (base > 1 || i == 0); ++i) {
      result = times(result, base);
      if (result == many) break;
    }
    return result;
  };
  const Set& set = s.as_set();
  switch (set.form) {
    case SetForm::powerset:
      return power(2, estimated_size(set.parts[0]));
    case SetForm::functions:
      return power(estimated_size(set.parts[1]), estimated_size(set.parts[0]));
    case SetForm::product:
    case SetForm::records: {
      std::uint64_t product = 1;
      for (const Value& part : set.parts) product = times(product, estimated_size(part));
      return product;
    }
    default:
      return static_cast<std::uint64_t>(size_of(s).value_or(many));
  }
}

bool is_listed(const Value& s) {
  switch (s.as_set().form) {
    case SetForm::powerset:
    case SetForm::functions:
    case SetForm::product:
    case SetForm::records:
      return estimated_size(s) <= listed_at_most;
    default:
      return true;
  }
}

/// The elements of s, in order, for which `chosen(elements left)`.
template <class Chosen>
Value walk(const Value& s, const Chosen& chosen) {
  const Elements& elements = elements_of(s);
  Elements kept;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (chosen(elements.size() - i)) kept.push_back(elements[i]);
  }
  return Value::set(std::move(kept));
}

std::uint64_t natural(const std::string& op, std::size_t index, const Value& v) {
  if (!v.is(ValueKind::integer) || v.as_integer() < 0)
    fail_argument(EvaluationFault::argument, index, op, "nonnegative integer", v);
  return static_cast<std::uint64_t>(v.as_integer());
}

void require_finite(const std::string& op, std::size_t index, const Value& s) {
  if (!s.is(ValueKind::set) || !is_finite(s))
    fail_argument(EvaluationFault::not_a_set, index, op, "finite set", s);
}

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
  if (set.form == SetForm::powerset && !is_listed(s)) {
    return walk(set.parts[0], [&](std::uint64_t) { return below(next(call), 2) == 1; });
  }
  const bool is_interval = set.form == SetForm::interval;
  if (is_interval ? set.low > set.high : cardinality(s) == 0)
    fail(EvaluationFault::argument, "RandomElement was applied to the empty set.");
  if (is_interval) return Value::integer(between(next(call), set.low, set.high));
  return elements_of(s)[below(next(call), static_cast<std::uint64_t>(cardinality(s)))];
}

Value random_subset(const Value& count, const Value& s, const NativeCall& call) {
  std::uint64_t needed = natural("RandomSubset", 0, count);
  require_finite("RandomSubset", 1, s);
  if (!is_listed(s) && estimated_size(s) / 2 > needed) {
    std::set<Value, TotalOrder> drawn;
    while (drawn.size() < needed) drawn.insert(normalised(random_element(s, call)));
    return Value::set(Elements(drawn.begin(), drawn.end()));
  }
  needed = std::min<std::uint64_t>(needed, elements_of(s).size());
  return walk(s, [&](std::uint64_t left) {
    if (needed == 0 || below(next(call), left) >= needed) return false;
    --needed;
    return true;
  });
}

template <class Chosen>
Value random_subsets(const std::string& op, const Value& picks, const Value& s, const Chosen& chosen) {
  const std::uint64_t count = natural(op, 0, picks);
  const std::size_t size = elements_of(s).size();
  if (size < 63 && count > std::uint64_t{1} << size)
    fail_argument(EvaluationFault::argument, 0, op, "number up to that of the subsets", picks);
  Elements subsets;
  for (std::uint64_t i = 0; i < count; ++i) subsets.push_back(walk(s, chosen));
  return Value::set(std::move(subsets));
}

Value random_set_of_subsets(const NativeCall& call) {
  const Value picks = call.argument(0);
  const Value mean = call.argument(1);
  const Value s = call.argument(2);
  static_cast<void>(natural("RandomSetOfSubsets", 0, picks));
  const std::uint64_t wanted = natural("RandomSetOfSubsets", 1, mean);
  require_finite("RandomSetOfSubsets", 2, s);
  const std::uint64_t size = elements_of(s).size();
  if (wanted > size)
    fail_argument(EvaluationFault::argument, 1, "RandomSetOfSubsets", "number up to the size of the set",
                  mean);
  return random_subsets("RandomSetOfSubsets", picks, s,
                        [&](std::uint64_t) { return below(next(call), size) < wanted; });
}

Value random_subset_set(const NativeCall& call) {
  const Value picks = call.argument(0);
  const Value chance = call.argument(1);
  static_cast<void>(natural("RandomSubsetSet", 0, picks));
  double p = -1;
  if (chance.is(ValueKind::string)) {
    const std::string& written = chance.as_string();
    const char* const end = written.data() + written.size();
    if (std::from_chars(written.data(), end, p).ptr != end) p = -1;
  }
  if (!(p >= 0 && p <= 1))
    fail_argument(EvaluationFault::argument, 1, "RandomSubsetSet", "probability as a string", chance);
  const Value s = call.argument(2);
  require_finite("RandomSubsetSet", 2, s);
  return random_subsets("RandomSubsetSet", picks, s, [&](std::uint64_t) { return happens(next(call), p); });
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
    case Native::random_set_of_subsets:
      return random_set_of_subsets(call);
    case Native::random_subset_set:
      return random_subset_set(call);
    default:
      return {};
  }
}

}  // namespace synod::reference
